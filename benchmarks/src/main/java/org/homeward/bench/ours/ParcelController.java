package org.homeward.bench.ours;

import jakarta.validation.Valid;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ParcelController {

    static final String PATH = "/api/v1/parcels";

    private final HandingOver handingOver;

    ParcelController(HandingOver handingOver) {
        this.handingOver = handingOver;
    }

    @PostMapping(PATH)
    ResponseEntity<Receipt> handOver(@RequestBody @Valid HandOverParcel parcel, Call call) {
        return Answers.of(handingOver.handOver(parcel, call));
    }
}

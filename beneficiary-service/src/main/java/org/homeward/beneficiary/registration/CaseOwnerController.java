package org.homeward.beneficiary.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/beneficiaries/{id}/hand-over")
class CaseOwnerController {

    private final HandOverCase handOver;

    CaseOwnerController(HandOverCase handOver) {
        this.handOver = handOver;
    }

    @PostMapping
    ResponseEntity<Receipt> offer(
            @PathVariable UUID id, @RequestBody @Valid HandOverBody body, Call call) {
        return Answers.of(handOver.offer(id, body.to(), call));
    }

    @PostMapping("/acceptance")
    ResponseEntity<Receipt> accept(@PathVariable UUID id, Call call) {
        return Answers.of(handOver.accept(id, call));
    }

    @PostMapping("/refusal")
    ResponseEntity<Receipt> refuse(@PathVariable UUID id, Call call) {
        return Answers.of(handOver.refuse(id, call));
    }

    /**
     * Whom to offer a case to.
     *
     * @param to subject of a case-worker of the same organisation
     */
    record HandOverBody(@NotBlank @Size(max = 255) String to) {}
}

package org.homeward.grant.committee;

import jakarta.validation.Valid;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/funds/{id}/committee")
class CommitteeController {

    private final AppointCommittee appointCommittee;
    private final ReplaceCommittee replaceCommittee;
    private final Committees committees;

    CommitteeController(
            AppointCommittee appointCommittee,
            ReplaceCommittee replaceCommittee,
            Committees committees) {
        this.appointCommittee = appointCommittee;
        this.replaceCommittee = replaceCommittee;
        this.committees = committees;
    }

    static String path(UUID fund) {
        return "/api/v1/funds/" + fund + "/committee";
    }

    @PostMapping
    ResponseEntity<Receipt> appoint(
            @PathVariable UUID id, @RequestBody @Valid Appointment appointment, Call call) {
        return Answers.of(appointCommittee.appoint(id, appointment, call));
    }

    @PutMapping
    ResponseEntity<Receipt> replace(
            @PathVariable UUID id, @RequestBody @Valid Appointment appointment, Call call) {
        return Answers.of(replaceCommittee.replace(id, appointment, call));
    }

    @GetMapping
    ResponseEntity<Appointment> committee(@PathVariable UUID id) {
        var committee = committees.find(id).orElseThrow(NotFound::new);
        return Answers.read(committee, Appointment.of(committee.state()));
    }
}

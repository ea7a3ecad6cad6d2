package org.homeward.grant.application;

import jakarta.validation.Valid;
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

/** The steps of an application from one state to the next. */
@RestController
@RequestMapping(ApplicationController.PATH + "/{id}")
class ReviewController {

    private final SubmitApplication submitApplication;
    private final ApproveApplication approveApplication;
    private final RejectApplication rejectApplication;

    ReviewController(
            SubmitApplication submitApplication,
            ApproveApplication approveApplication,
            RejectApplication rejectApplication) {
        this.submitApplication = submitApplication;
        this.approveApplication = approveApplication;
        this.rejectApplication = rejectApplication;
    }

    @PostMapping("/submission")
    ResponseEntity<Receipt> submit(@PathVariable UUID id, Call call) {
        return Answers.of(submitApplication.submit(id, call));
    }

    /** Answers with the grant that was made. */
    @PostMapping("/approval")
    ResponseEntity<Receipt> approve(@PathVariable UUID id, Call call) {
        return Answers.of(approveApplication.approve(id, call));
    }

    @PostMapping("/rejection")
    ResponseEntity<Receipt> reject(
            @PathVariable UUID id, @RequestBody @Valid Rejection rejection, Call call) {
        return Answers.of(rejectApplication.reject(id, rejection, call));
    }
}

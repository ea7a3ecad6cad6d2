package org.homeward.grant.application;

import jakarta.validation.Valid;
import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Refuses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final VoteOnApplication voteOnApplication;
    private final DeclareInterest declareInterest;
    private final RequestRevision requestRevision;
    private final ReadApplication readApplication;
    private final ReadReview readReview;

    ReviewController(
            SubmitApplication submitApplication,
            ApproveApplication approveApplication,
            RejectApplication rejectApplication,
            VoteOnApplication voteOnApplication,
            DeclareInterest declareInterest,
            RequestRevision requestRevision,
            ReadApplication readApplication,
            ReadReview readReview) {
        this.submitApplication = submitApplication;
        this.approveApplication = approveApplication;
        this.rejectApplication = rejectApplication;
        this.voteOnApplication = voteOnApplication;
        this.declareInterest = declareInterest;
        this.requestRevision = requestRevision;
        this.readApplication = readApplication;
        this.readReview = readReview;
    }

    @PostMapping("/submission")
    ResponseEntity<Receipt> submit(@PathVariable UUID id, Call call) {
        return Answers.of(submitApplication.submit(id, call));
    }

    @GetMapping("/submissions")
    @Refuses("410")
    ResponseEntity<SubmissionsView> submissions(
            @PathVariable UUID id,
            @ForPurpose({"application-writing", "application-review"}) Purpose purpose,
            Actor actor,
            Scope scope) {
        var application = readApplication.readSubmissions(id, purpose, actor, scope);
        return Answers.read(application, SubmissionsView.of(application.state().submissions()));
    }

    @PostMapping("/votes")
    ResponseEntity<Receipt> vote(
            @PathVariable UUID id, @RequestBody @Valid CastVote vote, Call call) {
        return Answers.of(voteOnApplication.vote(id, vote, call));
    }

    @PostMapping("/interests")
    ResponseEntity<Receipt> declareInterest(
            @PathVariable UUID id, @RequestBody @Valid DeclaredInterest interest, Call call) {
        return Answers.of(declareInterest.declare(id, interest, call));
    }

    @GetMapping("/review")
    @Refuses("410")
    ResponseEntity<ReviewView> review(
            @PathVariable UUID id,
            @ForPurpose("application-review") Purpose purpose,
            Actor actor,
            Scope scope) {
        var application = readApplication.readReview(id, purpose, actor, scope);
        return Answers.read(
                application,
                ReviewView.of(
                        application.state().submissions(),
                        readReview.standing(application.state())));
    }

    @PostMapping("/revision")
    ResponseEntity<Receipt> requestRevision(
            @PathVariable UUID id, @RequestBody @Valid WantedRevision revision, Call call) {
        return Answers.of(requestRevision.request(id, revision, call));
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

package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.grant.committee.Committees;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase("Reject an application that the committee has voted on, with a reason")
class RejectApplication {

    private final Journal journal;
    private final Committees committees;
    private final People people;

    RejectApplication(Journal journal, Committees committees, People people) {
        this.journal = journal;
        this.committees = committees;
        this.people = people;
    }

    Receipt reject(UUID id, Rejection rejection, Call call) {
        return journal.run(
                call,
                change -> {
                    var before = change.loadMatching(Applications.APPLICATIONS, id, call);
                    var review = before.state().in(UnderReview.class);
                    var ties = people.ties(change, review.applicant().beneficiary());
                    review.decidedBy(call.actor().pseudonym(), ties);
                    var standing =
                            review.standing(
                                    committees.of(change, review.proposal().fund().id()), ties);
                    var rejected =
                            review.reject(
                                    id,
                                    standing,
                                    Secret.of(rejection.reason()),
                                    call.actor().subject(),
                                    change.now());
                    return Receipt.ok(
                            ApplicationController.path(id), change.update(before, rejected));
                });
    }
}

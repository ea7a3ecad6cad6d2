package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase(
        "Reject what the committee has voted on, or what was sent back and is not handed in, with a reason")
class RejectApplication {

    private final Journal journal;
    private final People people;
    private final OpenApplications openApplications;

    RejectApplication(Journal journal, People people, OpenApplications openApplications) {
        this.journal = journal;
        this.people = people;
        this.openApplications = openApplications;
    }

    Receipt reject(UUID id, Rejection rejection, Call call) {
        return journal.run(
                call,
                change -> {
                    var before = change.loadMatching(Applications.APPLICATIONS, id, call);
                    var review = before.state().in(HandedIn.class);
                    var ties = people.ties(change, review.applicant().beneficiary());
                    review.decidedBy(call.actor().pseudonym(), ties);
                    var standing = review.standing(ties);
                    var rejected =
                            review.reject(
                                    id,
                                    standing,
                                    Secret.of(rejection.reason()),
                                    call.actor().subject(),
                                    change.now());
                    openApplications.closes(change, review);
                    return Receipt.ok(
                            ApplicationController.path(id), change.update(before, rejected));
                });
    }
}

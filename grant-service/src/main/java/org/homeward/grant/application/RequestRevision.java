package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase("Send an application back to its writers, saying what to change")
class RequestRevision {

    private final Journal journal;
    private final People people;

    RequestRevision(Journal journal, People people) {
        this.journal = journal;
        this.people = people;
    }

    Receipt request(UUID id, WantedRevision wanted, Call call) {
        return journal.run(
                call,
                change -> {
                    var before = change.loadMatching(Applications.APPLICATIONS, id, call);
                    var review = before.state().in(UnderReview.class);
                    review.decidedBy(
                            call.actor().pseudonym(),
                            people.ties(change, review.applicant().beneficiary()));
                    var sentBack =
                            review.sendBack(
                                    new Revision(
                                            call.actor().subject(),
                                            Secret.of(wanted.what()),
                                            change.now()));
                    return Receipt.ok(
                            ApplicationController.path(id), change.update(before, sentBack));
                });
    }
}

package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase("Reject an application, with a reason")
class RejectApplication {

    private final Journal journal;

    RejectApplication(Journal journal) {
        this.journal = journal;
    }

    Receipt reject(UUID id, Rejection rejection, Call call) {
        return journal.run(
                call,
                change -> {
                    var before = change.loadMatching(Applications.APPLICATIONS, id, call);
                    var rejected =
                            before.state()
                                    .in(UnderReview.class)
                                    .reject(
                                            id,
                                            Secret.of(rejection.reason()),
                                            call.actor().subject(),
                                            change.now());
                    return Receipt.ok(
                            ApplicationController.path(id), change.update(before, rejected));
                });
    }
}

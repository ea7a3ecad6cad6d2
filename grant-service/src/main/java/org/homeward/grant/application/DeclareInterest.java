package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase("Declare an interest in a case and give up the vote on it, whatever others do meanwhile")
class DeclareInterest {

    private final Journal journal;

    DeclareInterest(Journal journal) {
        this.journal = journal;
    }

    Receipt declare(UUID id, DeclaredInterest interest, Call call) {
        return journal.run(
                call,
                change -> {
                    var before = change.load(Applications.APPLICATIONS, id, call.scope());
                    var review = before.state().in(UnderReview.class);
                    var recused =
                            review.recuse(
                                    new Recusal(
                                            call.actor().subject(),
                                            Secret.of(interest.reason()),
                                            change.now()));
                    return Receipt.ok(
                            ApplicationController.path(id), change.update(before, recused));
                });
    }
}

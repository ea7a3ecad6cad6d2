package org.homeward.beneficiary.scorecard;

import static org.homeward.beneficiary.scorecard.ScorecardTypes.SCORECARD;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Write an edition of a scorecard and have it approved by two others")
class WriteScorecard {

    private final Journal journal;

    WriteScorecard(Journal journal) {
        this.journal = journal;
    }

    Receipt write(Card card, Call call) {
        return journal.run(
                call,
                change ->
                        Receipt.created(
                                location(card.id()),
                                change.create(
                                        SCORECARD,
                                        card.id(),
                                        Scorecard.write(card, call.actor()))));
    }

    Receipt approve(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var card = change.loadMatching(SCORECARD, id, call);
                    return Receipt.ok(
                            location(id), change.update(card, card.state().approve(call.actor())));
                });
    }

    private static String location(UUID id) {
        return "/api/v1/scorecards/" + id;
    }
}

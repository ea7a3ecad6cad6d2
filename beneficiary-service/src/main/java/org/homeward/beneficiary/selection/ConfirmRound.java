package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;

@UseCase("Confirm a selection that another has frozen, and close it when all is done")
class ConfirmRound {

    private final Journal journal;
    private final Lists lists;
    private final Admission admission;
    private final ProgrammeClock clock;

    ConfirmRound(Journal journal, Lists lists, Admission admission, ProgrammeClock clock) {
        this.journal = journal;
        this.lists = lists;
        this.admission = admission;
        this.clock = clock;
    }

    Receipt confirm(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var round = change.loadMatching(ROUND, id, call);
                    var drawn = round.state().in(Round.Drawn.class);
                    var draw = drawn.result().draw();
                    var ranked = lists.read(draw.list());
                    if (!Ranking.rootHash(ranked).equals(draw.root())) {
                        throw new IllegalStateException("a ranking is not the one drawn");
                    }
                    var line = admission.line(change.mongo(), drawn.terms(), ranked);
                    var confirmed = drawn.confirm(call.actor().subject(), clock.instant(), line);
                    return Receipt.ok(RoundController.path(id), change.update(round, confirmed));
                });
    }

    Receipt close(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var round = change.loadMatching(ROUND, id, call);
                    var closed = round.state().in(Round.Confirmed.class).close(clock.instant());
                    return Receipt.ok(RoundController.path(id), change.update(round, closed));
                });
    }
}

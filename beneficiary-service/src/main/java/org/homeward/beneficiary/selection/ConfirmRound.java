package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.Objects;
import java.util.UUID;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.VersionStale;
import org.jspecify.annotations.Nullable;

/**
 * Where the ranking divides is found outside the transaction and counts once the transaction names
 * the list of those passed over.
 */
@UseCase("Confirm a selection that another has frozen, and close it when all is done")
class ConfirmRound {

    private final Journal journal;
    private final Aggregates aggregates;
    private final Lists lists;
    private final Admission admission;
    private final ProgrammeClock clock;

    ConfirmRound(
            Journal journal,
            Aggregates aggregates,
            Lists lists,
            Admission admission,
            ProgrammeClock clock) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.lists = lists;
        this.admission = admission;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException when the ranking is not the one drawn, or of others than were
     *     frozen
     * @throws VersionStale also when the caller named a version that was still to come, for which
     *     nothing could be divided
     */
    Receipt confirm(UUID id, Call call) {
        var line = line(id, call);
        return line == null
                ? confirm(id, null, call)
                : lists.named(line.list(), id, () -> confirm(id, line, call));
    }

    private Receipt confirm(UUID id, Round.@Nullable Line line, Call call) {
        return journal.run(
                call,
                change -> {
                    var round = change.loadMatching(ROUND, id, call);
                    var drawn = round.state().in(Round.Drawn.class);
                    if (line == null) {
                        throw new VersionStale();
                    }
                    var confirmed = drawn.confirm(call.actor().subject(), clock.instant(), line);
                    return Receipt.ok(RoundController.path(id), change.update(round, confirmed));
                });
    }

    /** Null when it can't be confirmed; why, the command itself will say. */
    private Round.@Nullable Line line(UUID id, Call call) {
        var state =
                aggregates
                        .find(ROUND, id, call.scope())
                        .filter(found -> Objects.equals(call.ifMatch(), found.version()))
                        .<Round>map(found -> found.state())
                        .orElse(null);
        if (!(state instanceof Round.Drawn drawn)) {
            return null;
        }
        var ranked = lists.read(drawn.result().draw().list());
        drawn.result().requireRanking(ranked);
        var division = admission.divide(drawn.terms(), ranked);
        return new Round.Line(
                division.last(),
                lists.write(division.passedOver()),
                Ranking.rootHash(division.passedOver()));
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

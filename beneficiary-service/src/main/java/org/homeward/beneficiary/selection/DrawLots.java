package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.Objects;
import java.util.UUID;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.VersionStale;
import org.jspecify.annotations.Nullable;

/** The ranking is made outside the transaction and counts once the transaction names its hash. */
@UseCase("Commit to a secret before the freeze, tell it after, and rank when both are told")
class DrawLots {

    private final Journal journal;
    private final Aggregates aggregates;
    private final Lists lists;

    DrawLots(Journal journal, Aggregates aggregates, Lists lists) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.lists = lists;
    }

    Receipt commit(UUID id, String hash, Call call) {
        return journal.run(
                call,
                change -> {
                    var round = change.loadMatching(ROUND, id, call);
                    var committed =
                            round.state().in(Round.Open.class).commit(call.actor().subject(), hash);
                    return Receipt.ok(RoundController.path(id), change.update(round, committed));
                });
    }

    /**
     * @throws VersionStale also when the caller named a version that was still to come, for which
     *     nothing could be ranked
     */
    Receipt reveal(UUID id, String secret, Call call) {
        var draw = draw(id, secret, call);
        return draw == null
                ? reveal(id, secret, null, call)
                : lists.named(draw.list(), id, () -> reveal(id, secret, draw, call));
    }

    private Receipt reveal(UUID id, String secret, Round.@Nullable Draw draw, Call call) {
        return journal.run(
                call,
                change -> {
                    var round = change.loadMatching(ROUND, id, call);
                    var told =
                            round.state()
                                    .in(Round.Frozen.class)
                                    .reveal(call.actor().subject(), secret);
                    if (!told.isRevealed()) {
                        return Receipt.ok(
                                RoundController.path(id), change.update(round, told.waiting()));
                    }
                    if (draw == null) {
                        throw new VersionStale();
                    }
                    return Receipt.ok(
                            RoundController.path(id), change.update(round, told.draw(draw)));
                });
    }

    /** Null while this does not complete the lottery; why, the command itself will say. */
    private Round.@Nullable Draw draw(UUID id, String secret, Call call) {
        var state =
                aggregates
                        .find(ROUND, id, call.scope())
                        .filter(found -> Objects.equals(call.ifMatch(), found.version()))
                        .<Round>map(found -> found.state())
                        .orElse(null);
        if (!(state instanceof Round.Frozen frozen)
                || !frozen.isSecretOf(call.actor().subject(), secret)) {
            return null;
        }
        var told = frozen.reveal(call.actor().subject(), secret);
        if (!told.isRevealed()) {
            return null;
        }
        var candidates = lists.read(frozen.freeze().list());
        frozen.freeze().requireInput(frozen.terms(), candidates);
        var ranked = Ranking.order(candidates, told.seed());
        return new Round.Draw(lists.write(ranked), told.seed(), Ranking.rootHash(ranked));
    }
}

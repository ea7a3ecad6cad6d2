package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.programme.ProgrammeTypes.PROGRAMME;
import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.homeward.beneficiary.programme.Programme;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.VersionStale;
import org.jspecify.annotations.Nullable;

/** The candidates are written outside the transaction and count once it names their hash. */
@UseCase("Freeze who is ranked, and by which points")
class FreezeRound {

    private final Journal journal;
    private final Aggregates aggregates;
    private final EligiblePeople people;
    private final Lists lists;
    private final ProgrammeClock clock;

    FreezeRound(
            Journal journal,
            Aggregates aggregates,
            EligiblePeople people,
            Lists lists,
            ProgrammeClock clock) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.people = people;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * @throws VersionStale also when the caller named a version that was still to come, for which
     *     nothing could be gathered
     * @throws org.homeward.kit.web.Problem as {@link HouseholdDependency#perThousandEarners}
     */
    Receipt freeze(UUID id, Call call) {
        var today = clock.today();
        var freeze = gather(id, today, call);
        return freeze == null
                ? freeze(id, today, null, call)
                : lists.named(freeze.list(), id, () -> freeze(id, today, freeze, call));
    }

    private Receipt freeze(UUID id, LocalDate today, Round.@Nullable Freeze freeze, Call call) {
        return journal.run(
                call,
                change -> {
                    var round = change.loadMatching(ROUND, id, call);
                    var open = round.state().in(Round.Open.class);
                    if (!open.isReady(today)) {
                        throw new NotYet();
                    }
                    if (freeze == null) {
                        throw new VersionStale();
                    }
                    return Receipt.ok(
                            RoundController.path(id), change.update(round, open.freeze(freeze)));
                });
    }

    /** Null when it can't be frozen; why, the command itself will say. */
    private Round.@Nullable Freeze gather(UUID id, LocalDate today, Call call) {
        var state =
                aggregates
                        .find(ROUND, id, call.scope())
                        .filter(found -> Objects.equals(call.ifMatch(), found.version()))
                        .<Round>map(found -> found.state())
                        .orElse(null);
        if (!(state instanceof Round.Open open) || !open.isReady(today)) {
            return null;
        }
        var programme =
                aggregates
                        .find(PROGRAMME, Programme.idOf(open.terms().programme()), call.scope())
                        .orElseThrow();
        var found = people.of(open.terms(), programme.state());
        return new Round.Freeze(
                lists.write(found),
                Ranking.inputHash(open.terms(), found),
                Ranking.peopleHash(found),
                found.size(),
                call.actor().subject(),
                clock.instant());
    }
}

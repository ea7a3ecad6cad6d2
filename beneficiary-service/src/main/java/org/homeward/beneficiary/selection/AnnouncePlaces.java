package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;
import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;

/**
 * Some places in one transaction with how far it has come: who dies between two of them leaves the
 * rest to whoever looks next, and nobody is told twice.
 */
@UseCase("Write the places of a confirmed selection, in an order that tells no rank")
class AnnouncePlaces {

    private static final int AT_ONCE = 100;

    private final Journal journal;
    private final Aggregates aggregates;
    private final Lists lists;
    private final Admission admission;
    private final WaitingList waitingList;
    private final ProgrammeClock clock;

    AnnouncePlaces(
            Journal journal,
            Aggregates aggregates,
            Lists lists,
            Admission admission,
            WaitingList waitingList,
            ProgrammeClock clock) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.lists = lists;
        this.admission = admission;
        this.waitingList = waitingList;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException when the ranking is not the one confirmed, or of others than
     *     were frozen: then nobody is told anything
     */
    void announce(UUID round) {
        var found = aggregates.find(ROUND, round, Scope.everything()).orElseThrow().state();
        if (found instanceof Round.Announcing announcing) {
            var turns = turns(announcing);
            boolean more;
            do {
                more = next(round, turns);
            } while (more);
        }
    }

    private List<Turn> turns(Round.Announcing announcing) {
        var line = announcing.confirmation().line();
        var ranked = lists.read(announcing.result().draw().list());
        var passedOver = lists.read(line.list());
        announcing.result().requireRanking(ranked);
        line.requirePassedOver(passedOver);
        return Turn.inOrder(ranked, passedOver);
    }

    /**
     * @return whether there may be more to do
     */
    private boolean next(UUID round, List<Turn> turns) {
        return journal.<Boolean>inTransaction(
                Origin.system("announce places", UUID.randomUUID()),
                change -> {
                    var stored = change.find(ROUND, round).orElseThrow();
                    if (!(stored.state() instanceof Round.Announcing announcing)) {
                        return false;
                    }
                    change.update(stored, step(announcing, turns, change));
                    return true;
                });
    }

    private Decision<Round> step(Round.Announcing announcing, List<Turn> turns, Change change) {
        if (!announcing.isWritten()) {
            return write(announcing, turns, change);
        }
        return announcing.following().isEmpty()
                ? choose(announcing, change)
                : promote(announcing, change);
    }

    private Decision<Round> write(Round.Announcing announcing, List<Turn> turns, Change change) {
        int until = Math.min(announcing.done() + AT_ONCE, turns.size());
        var now = turns.subList(announcing.done(), until);
        var terms = announcing.terms();
        var people = now.stream().map(Turn::beneficiary).toList();
        var admitted = admission.among(change.mongo(), terms.programme(), people);
        int selected = 0;
        for (var turn : now) {
            var id = UUID.randomUUID();
            var isAdmitted = admitted.contains(turn.beneficiary());
            var place = announcing.place(id, turn, isAdmitted, clock.instant());
            if (place.state() instanceof Place.Selected) {
                selected++;
            }
            change.create(PLACE, id, place);
        }
        return announcing.announced(now.size(), selected);
    }

    /** Places of those who fell out after the confirmation go to the next: all are fixed first. */
    private Decision<Round> choose(Round.Announcing announcing, Change change) {
        return announcing.followedBy(
                waitingList.next(change.mongo(), announcing.terms(), announcing.free(), 0).ranks());
    }

    private Decision<Round> promote(Round.Announcing announcing, Change change) {
        var following = announcing.following();
        var now = following.subList(0, Math.min(AT_ONCE, following.size()));
        return announcing.followed(
                now.size(), waitingList.promote(change, announcing.terms(), now));
    }
}

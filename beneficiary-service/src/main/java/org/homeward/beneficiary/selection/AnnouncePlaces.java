package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;
import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.List;
import java.util.UUID;
import org.homeward.beneficiary.consent.CaseConsents;
import org.homeward.beneficiary.selection.Place.Seat;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;

/**
 * Some places in one transaction with how far it has come: who dies between two of them leaves the
 * rest to whoever looks next, and nobody is told twice.
 */
@UseCase("Write the next places of a confirmed selection, in the order of its ranking")
class AnnouncePlaces {

    private static final int AT_ONCE = 100;

    private final Journal journal;
    private final Lists lists;
    private final CaseConsents consents;
    private final ProgrammeClock clock;

    AnnouncePlaces(Journal journal, Lists lists, CaseConsents consents, ProgrammeClock clock) {
        this.journal = journal;
        this.lists = lists;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * @return whether there may be more to do
     */
    boolean next(UUID round) {
        return journal.<Boolean>inTransaction(
                Origin.system("announce places", UUID.randomUUID()),
                change -> {
                    var stored = change.find(ROUND, round);
                    if (stored.isEmpty()
                            || !(stored.get().state() instanceof Round.Announcing announcing)) {
                        return false;
                    }
                    var rows =
                            lists.read(
                                    announcing.result().draw().list(), announcing.done(), AT_ONCE);
                    int selected = write(announcing, rows, change);
                    change.update(stored.get(), announcing.announced(rows.size(), selected));
                    return true;
                });
    }

    private int write(Round.Announcing announcing, List<Candidate> rows, Change change) {
        var terms = announcing.terms();
        var people = rows.stream().map(Candidate::beneficiary).toList();
        var consenting = consents.inForce(change.mongo(), people);
        int free = terms.quota() - announcing.selected();
        int selected = 0;
        for (int i = 0; i < rows.size(); i++) {
            var person = rows.get(i).beneficiary();
            var seat =
                    new Seat(
                            UUID.randomUUID(),
                            terms.round(),
                            terms.programme(),
                            person,
                            announcing.done() + i + 1);
            Decision<Place> place;
            if (!consenting.contains(person)) {
                place = Place.leftBefore(seat, clock.instant());
            } else if (selected < free) {
                place = Place.select(seat);
                selected++;
            } else {
                place = Place.waitlist(seat);
            }
            change.create(PLACE, seat.place(), place);
        }
        return selected;
    }
}

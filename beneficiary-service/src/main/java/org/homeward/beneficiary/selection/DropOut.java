package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;
import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.consent.CaseConsents;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@UseCase("Take a person out of a selection; the next on the waiting list follows")
class DropOut {

    private static final int AT_ONCE = 100;
    private static final List<String> SEAT = List.of("state", "seat");

    private final Journal journal;
    private final CaseConsents consents;
    private final ProgrammeClock clock;

    DropOut(Journal journal, CaseConsents consents, ProgrammeClock clock) {
        this.journal = journal;
        this.consents = consents;
        this.clock = clock;
    }

    /** As many queries for a place that does not exist as for one out of scope. */
    Receipt dropOut(UUID id, String reason, Call call) {
        return journal.run(
                call,
                change -> {
                    var person =
                            change.find(PLACE, id)
                                    .map(found -> found.state().seat().beneficiary())
                                    .orElse(id);
                    change.load(BENEFICIARY, person, call.scope());
                    var place = change.loadMatching(PLACE, id, call);
                    var round = place.state().seat().round();
                    change.find(ROUND, round).orElseThrow().state().in(Round.Confirmed.class);
                    var out =
                            place.state().dropOut(reason, call.actor().subject(), clock.instant());
                    var left = change.update(place, out);
                    if (place.state() instanceof Place.Selected) {
                        follow(change, round, 0);
                    }
                    return Receipt.ok(PlaceController.path(id), left);
                });
    }

    /** Who has taken her consent back meanwhile is passed over. */
    private void follow(Change change, UUID round, int rank) {
        var waiting = waiting(change, round, rank);
        var consenting =
                consents.inForce(
                        change.mongo(), waiting.stream().map(Waiting::beneficiary).toList());
        var next =
                waiting.stream().filter(one -> consenting.contains(one.beneficiary())).findFirst();
        if (next.isPresent()) {
            promote(change, next.get().place());
        } else if (!waiting.isEmpty()) {
            follow(change, round, waiting.getLast().rank());
        }
    }

    private static void promote(Change change, UUID place) {
        var stored = change.find(PLACE, place).orElseThrow();
        if (stored.state() instanceof Place.Waitlisted waitlisted) {
            change.update(stored, waitlisted.promote());
        }
    }

    /** Somebody on the waiting list. */
    private record Waiting(UUID place, UUID beneficiary, int rank) {}

    private static List<Waiting> waiting(Change change, UUID round, int rank) {
        var query =
                Query.query(
                                Criteria.where(SelectionTypes.SEAT_ROUND)
                                        .is(round)
                                        .and(SelectionTypes.SEAT_RANK)
                                        .gt(rank)
                                        .and(SelectionTypes.STATE)
                                        .is(SelectionTypes.WAITLISTED))
                        .with(Sort.by(SelectionTypes.SEAT_RANK))
                        .limit(AT_ONCE);
        return change.mongo().find(query, Document.class, PLACE.collection()).stream()
                .map(place -> waiting(place, place.getEmbedded(SEAT, Document.class)))
                .toList();
    }

    private static Waiting waiting(Document place, Document seat) {
        return new Waiting(
                place.get("_id", UUID.class),
                seat.get("beneficiary", UUID.class),
                seat.getInteger("rank"));
    }
}

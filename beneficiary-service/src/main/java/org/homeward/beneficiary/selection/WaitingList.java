package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Who follows when a place is free. */
@Component
class WaitingList {

    private static final int AT_ONCE = 100;
    private static final List<String> SEAT = List.of("state", "seat");

    private final Admission admission;

    WaitingList(Admission admission) {
        this.admission = admission;
    }

    /**
     * Selects the next in the ranking. Who has taken her consent back meanwhile, or was selected by
     * another round, is passed over and goes on waiting.
     *
     * @return how many followed: fewer only when nobody else may
     */
    int follow(Change change, Terms terms, int places) {
        var next = new ArrayList<Waiting>();
        int rank = 0;
        while (next.size() < places) {
            var waiting = waiting(change, terms.round(), rank);
            if (waiting.isEmpty()) {
                break;
            }
            var people = waiting.stream().map(Waiting::beneficiary).toList();
            var admitted = admission.among(change.mongo(), terms.programme(), people);
            waiting.stream()
                    .filter(one -> admitted.contains(one.beneficiary()))
                    .limit(places - next.size())
                    .forEach(next::add);
            rank = waiting.getLast().rank();
        }
        // told in an order that tells no rank
        next.sort(Comparator.comparing(Waiting::beneficiary));
        next.forEach(one -> promote(change, one.place()));
        return next.size();
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

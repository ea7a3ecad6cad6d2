package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;
import static org.homeward.beneficiary.selection.SelectionTypes.SEAT_RANK;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
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
     * The first in the ranking who may have a place. Who has taken her consent back meanwhile, or
     * was selected by another round, is passed over and goes on waiting.
     *
     * @return their ranks, in the order in which they are told; fewer only when nobody else may
     */
    List<Integer> next(MongoOperations mongo, Terms terms, int places) {
        var next = new ArrayList<Turn>();
        int rank = 0;
        while (next.size() < places) {
            var waiting = waiting(mongo, terms.round(), Criteria.where(SEAT_RANK).gt(rank));
            if (waiting.isEmpty()) {
                break;
            }
            admitted(mongo, terms, waiting).stream()
                    .limit(places - next.size())
                    .map(Waiting::turn)
                    .forEach(next::add);
            rank = waiting.getLast().turn().rank();
        }
        return Turn.inOrder(next).stream().map(Turn::rank).toList();
    }

    /**
     * Selects those with these ranks, at most a hundred, in this order; but who does not wait any
     * more, or may not now.
     *
     * @return how many
     */
    int promote(Change change, Terms terms, List<Integer> ranks) {
        var waiting = waiting(change.mongo(), terms.round(), Criteria.where(SEAT_RANK).in(ranks));
        var admitted = new ArrayList<>(admitted(change.mongo(), terms, waiting));
        admitted.sort(Comparator.comparing(one -> ranks.indexOf(one.turn().rank())));
        admitted.forEach(one -> promote(change, one.place()));
        return admitted.size();
    }

    private static void promote(Change change, UUID place) {
        var stored = change.find(PLACE, place).orElseThrow();
        change.update(stored, ((Place.Waitlisted) stored.state()).promote());
    }

    private List<Waiting> admitted(MongoOperations mongo, Terms terms, List<Waiting> waiting) {
        var people = waiting.stream().map(one -> one.turn().beneficiary()).toList();
        var admitted = admission.among(mongo, terms.programme(), people);
        return waiting.stream().filter(one -> admitted.contains(one.turn().beneficiary())).toList();
    }

    /** Somebody on the waiting list. */
    private record Waiting(UUID place, Turn turn) {}

    private static List<Waiting> waiting(MongoOperations mongo, UUID round, Criteria ranks) {
        var query =
                Query.query(
                                ranks.and(SelectionTypes.SEAT_ROUND)
                                        .is(round)
                                        .and(SelectionTypes.STATE)
                                        .is(SelectionTypes.WAITLISTED))
                        .with(Sort.by(SEAT_RANK))
                        .limit(AT_ONCE);
        return mongo.find(query, Document.class, PLACE.collection()).stream()
                .map(place -> waiting(place, place.getEmbedded(SEAT, Document.class)))
                .toList();
    }

    private static Waiting waiting(Document place, Document seat) {
        return new Waiting(
                place.get("_id", UUID.class),
                new Turn(seat.get("beneficiary", UUID.class), seat.getInteger("rank")));
    }
}

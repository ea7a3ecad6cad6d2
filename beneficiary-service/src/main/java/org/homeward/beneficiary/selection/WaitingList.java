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
    private static final int READ_AT_ONCE = 1_000;
    private static final int READS = 10;
    private static final List<String> SEAT = List.of("state", "seat");

    private final Admission admission;

    WaitingList(Admission admission) {
        this.admission = admission;
    }

    /** Somebody on the waiting list. */
    record Waiting(UUID place, UUID beneficiary, int rank) {}

    /**
     * What a look at the waiting list came to.
     *
     * @param admitted the first in the ranking who may have a place, in the order in which they are
     *     told
     * @param until rank from which to look further; 0 when enough were found or the list is at its
     *     end
     */
    record Look(List<Waiting> admitted, int until) {

        static final Look NOBODY = new Look(List.of(), 0);

        List<Integer> ranks() {
            return admitted.stream().map(Waiting::rank).toList();
        }
    }

    /**
     * The first in the ranking who may have a place, among the next ten thousand who wait: more are
     * not looked at in one transaction. Who has taken her consent back meanwhile, or was selected
     * by another round, is passed over and goes on waiting.
     *
     * @param places at most so many are looked for
     * @param after rank after which to look
     */
    Look next(MongoOperations mongo, Terms terms, int places, int after) {
        if (places == 0) {
            return Look.NOBODY;
        }
        var next = new ArrayList<Waiting>();
        int rank = after;
        for (int read = 0; read < READS; read++) {
            var waiting =
                    waiting(mongo, terms.round(), Criteria.where(SEAT_RANK).gt(rank), READ_AT_ONCE);
            admitted(mongo, terms, waiting).stream().limit(places - next.size()).forEach(next::add);
            if (next.size() == places || waiting.size() < READ_AT_ONCE) {
                return new Look(inOrderOfTurns(next), 0);
            }
            rank = waiting.getLast().rank();
        }
        return new Look(inOrderOfTurns(next), rank);
    }

    /**
     * Gives the places of a round that are free, at most a hundred, to those {@link #next} finds.
     *
     * @return who has one now
     */
    Look follow(Change change, Round.Confirmed round, int after) {
        int places = Math.min(round.free(), AT_ONCE);
        var look = next(change.mongo(), round.terms(), places, after);
        look.admitted().forEach(one -> promote(change, one));
        return look;
    }

    /**
     * Selects those with these ranks, at most a hundred, in the order of turns; but who does not
     * wait any more, or may not now.
     *
     * @return how many
     */
    int promote(Change change, Terms terms, List<Integer> ranks) {
        var waiting =
                waiting(
                        change.mongo(),
                        terms.round(),
                        Criteria.where(SEAT_RANK).in(ranks),
                        AT_ONCE);
        var admitted = inOrderOfTurns(admitted(change.mongo(), terms, waiting));
        admitted.forEach(one -> promote(change, one));
        return admitted.size();
    }

    private static void promote(Change change, Waiting waiting) {
        var stored = change.find(PLACE, waiting.place()).orElseThrow();
        change.update(stored, ((Place.Waitlisted) stored.state()).promote());
    }

    /** As {@link Turn}: by what tells no rank. */
    private static List<Waiting> inOrderOfTurns(List<Waiting> waiting) {
        return waiting.stream().sorted(Comparator.comparing(Waiting::beneficiary)).toList();
    }

    private List<Waiting> admitted(MongoOperations mongo, Terms terms, List<Waiting> waiting) {
        var people = waiting.stream().map(Waiting::beneficiary).toList();
        var admitted = admission.among(mongo, terms.programme(), people);
        return waiting.stream().filter(one -> admitted.contains(one.beneficiary())).toList();
    }

    private static List<Waiting> waiting(
            MongoOperations mongo, UUID round, Criteria ranks, int most) {
        var query =
                Query.query(
                                ranks.and(SelectionTypes.SEAT_ROUND)
                                        .is(round)
                                        .and(SelectionTypes.STATE)
                                        .is(SelectionTypes.WAITLISTED))
                        .with(Sort.by(SEAT_RANK))
                        .limit(most);
        return mongo.find(query, Document.class, PLACE.collection()).stream()
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

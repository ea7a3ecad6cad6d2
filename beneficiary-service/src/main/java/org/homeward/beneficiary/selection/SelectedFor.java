package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;
import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Which programmes have chosen somebody, or may, for whoever asks what is kept for them. */
@Component
public final class SelectedFor {

    SelectedFor() {}

    /**
     * Who has or had a place in one of these programmes, in the order of their ids.
     *
     * @param after the last who is known already; null for none
     */
    public List<UUID> people(
            Change change, Collection<String> programmes, @Nullable UUID after, int most) {
        var seated = Criteria.where(SelectionTypes.SEAT_PROGRAMME).in(programmes);
        if (after != null) {
            seated = seated.and(SelectionTypes.SEAT_BENEFICIARY).gt(after);
        }
        var stages =
                Aggregation.newAggregation(
                        Aggregation.match(seated),
                        Aggregation.group(SelectionTypes.SEAT_BENEFICIARY),
                        Aggregation.sort(Sort.Direction.ASC, "_id"),
                        Aggregation.limit(most));
        return change
                .mongo()
                .aggregate(stages, PLACE.collection(), Document.class)
                .getMappedResults()
                .stream()
                .map(found -> found.get("_id", UUID.class))
                .toList();
    }

    /**
     * Who is ranked in a selection for one of these programmes and was not told yet what became of
     * her, in the order of their ids.
     *
     * @param after the last who is known already; null for none
     */
    public List<UUID> waiting(
            Change change, Collection<String> programmes, @Nullable UUID after, int most) {
        var lists =
                undecided(change, "terms.programme", programmes)
                        .flatMap(round -> round.undecided().stream())
                        .toList();
        return Lists.people(change.mongo(), lists, after, most);
    }

    /**
     * Codes of the programmes in which she has or had a place, or is ranked and was not told yet
     * what became of her.
     */
    public Set<String> programmes(Change change, UUID person) {
        var hers = Query.query(Criteria.where(SelectionTypes.SEAT_BENEFICIARY).is(person));
        hers.fields().include(SelectionTypes.SEAT_PROGRAMME);
        var programmes =
                change.mongo().find(hers, Document.class, PLACE.collection()).stream()
                        .map(
                                place ->
                                        place.get("state", Document.class)
                                                .get("seat", Document.class)
                                                .getString("programme"))
                        .collect(Collectors.toCollection(HashSet::new));
        var lists = Lists.naming(change.mongo(), person);
        if (!lists.isEmpty()) {
            undecided(change, "freeze.list", lists)
                    .forEach(round -> programmes.add(round.terms().programme()));
        }
        return programmes;
    }

    /**
     * Those of which this field is one of these: there are few at a time, so the state finds them.
     */
    private static Stream<Round> undecided(Change change, String field, Collection<?> values) {
        var states =
                List.of(SelectionTypes.FROZEN, SelectionTypes.DRAWN, SelectionTypes.ANNOUNCING);
        var among = new Document("$in", values);
        var undecided =
                new Document(SelectionTypes.STATE, new Document("$in", states))
                        .append(
                                "$or",
                                List.of(
                                        new Document("state." + field, among),
                                        // where there is a ranking
                                        new Document("state.result." + field, among)));
        return change.findAll(ROUND, undecided).stream().map(Stored::state);
    }
}

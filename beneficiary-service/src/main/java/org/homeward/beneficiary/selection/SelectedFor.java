package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Which programmes have chosen somebody, for whoever asks what is kept for them. */
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

    /** Codes of the programmes in which she has or had a place. */
    public Set<String> programmes(Change change, UUID person) {
        var hers = Query.query(Criteria.where(SelectionTypes.SEAT_BENEFICIARY).is(person));
        hers.fields().include(SelectionTypes.SEAT_PROGRAMME);
        return change.mongo().find(hers, Document.class, PLACE.collection()).stream()
                .map(
                        place ->
                                place.get("state", Document.class)
                                        .get("seat", Document.class)
                                        .getString("programme"))
                .collect(Collectors.toSet());
    }
}

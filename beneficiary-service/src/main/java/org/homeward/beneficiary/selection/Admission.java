package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.consent.CaseConsents;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.stereotype.Component;

/**
 * Who may be given a place of a programme: whoever consents today and is not selected for it, by
 * whichever round. Asked when people are ranked and again with each change that gives a place.
 */
@Component
class Admission {

    private static final int AT_ONCE = 1_000;
    private static final List<String> BENEFICIARY = List.of("state", "seat", "beneficiary");

    private final MongoTemplate template;
    private final CaseConsents consents;

    Admission(MongoTemplate template, CaseConsents consents) {
        this.template = template;
        this.consents = consents;
        // two rounds at once may both find nothing: the database has the last word
        template.getDb()
                .getCollection(PLACE.collection())
                .createIndex(
                        Indexes.ascending(
                                SelectionTypes.SEAT_BENEFICIARY, SelectionTypes.SEAT_PROGRAMME),
                        new IndexOptions()
                                .name("selected-once")
                                .unique(true)
                                .partialFilterExpression(
                                        Filters.eq(SelectionTypes.STATE, SelectionTypes.SELECTED)));
    }

    /** Those of these people who may. */
    Set<UUID> among(MongoOperations mongo, String programme, Collection<UUID> people) {
        var admitted = new HashSet<>(consents.inForce(mongo, people));
        admitted.removeAll(selected(mongo, programme, people));
        return admitted;
    }

    /**
     * @param last rank of the last who is to be selected; 0 when nobody is
     * @param passedOver those before her who may have no place, in their order
     */
    record Division(int last, List<Candidate> passedOver) {}

    /** Where a ranking divides, as things stand now. */
    Division divide(Terms terms, List<Candidate> ranked) {
        int free = terms.quota();
        int last = 0;
        var others = new ArrayList<Candidate>();
        var passedOver = new ArrayList<Candidate>();
        for (int from = 0; free > 0 && from < ranked.size(); from += AT_ONCE) {
            var part = ranked.subList(from, Math.min(from + AT_ONCE, ranked.size()));
            var people = part.stream().map(Candidate::beneficiary).toList();
            var admitted = among(template, terms.programme(), people);
            for (int i = 0; free > 0 && i < people.size(); i++) {
                if (admitted.contains(people.get(i))) {
                    last = from + i + 1;
                    free--;
                    passedOver.addAll(others);
                    others.clear();
                } else {
                    others.add(part.get(i));
                }
            }
        }
        return new Division(last, passedOver);
    }

    private static Set<UUID> selected(
            MongoOperations mongo, String programme, Collection<UUID> people) {
        var query =
                new BasicQuery(
                        new Document(SelectionTypes.SEAT_BENEFICIARY, new Document("$in", people))
                                .append(SelectionTypes.SEAT_PROGRAMME, programme)
                                .append(SelectionTypes.STATE, SelectionTypes.SELECTED));
        query.fields().include(SelectionTypes.SEAT_BENEFICIARY);
        var found = new HashSet<UUID>();
        mongo.find(query, Document.class, PLACE.collection())
                .forEach(place -> found.add(place.getEmbedded(BENEFICIARY, UUID.class)));
        return found;
    }
}

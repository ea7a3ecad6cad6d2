package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Problem;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Candidates in an order, numbered 1, 2, 3…, beside the journal: too many for a transaction. A list
 * counts only once a round names it with its hash; one that no round names means nothing.
 */
@Component
class Lists {

    private static final String COLLECTION = "selection-lists";
    private static final String BENEFICIARY = "beneficiary";
    private static final String LIST = "_id.list";
    private static final int AT_ONCE = 1_000;

    private final MongoTemplate template;
    private final Aggregates aggregates;

    Lists(MongoTemplate template, Aggregates aggregates) {
        this.template = template;
        this.aggregates = aggregates;
        rows().createIndex(Indexes.ascending(BENEFICIARY, LIST));
    }

    /**
     * @return the new list's id
     */
    UUID write(List<Candidate> candidates) {
        var list = UUID.randomUUID();
        for (int from = 0; from < candidates.size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, candidates.size());
            rows().insertMany(
                            IntStream.range(from, to)
                                    .mapToObj(i -> document(list, i + 1, candidates.get(i)))
                                    .toList());
        }
        return list;
    }

    /**
     * Runs the command that is to name a list in a round. Unless it did, nothing of the list stays;
     * only while its result is not known it does, for the round may name it yet.
     */
    Receipt named(UUID list, UUID round, Supplier<Receipt> command) {
        Receipt receipt;
        try {
            receipt = command.get();
        } catch (Unavailable unknown) {
            throw unknown;
        } catch (Problem refused) {
            remove(list);
            throw refused;
        }
        // another run of the same request may have been the one that counted
        if (!aggregates.find(ROUND, round, Scope.everything()).orElseThrow().state().names(list)) {
            remove(list);
        }
        return receipt;
    }

    private void remove(UUID list) {
        rows().deleteMany(numbered(list, 0));
    }

    List<Candidate> read(UUID list) {
        return read(list, 0, Integer.MAX_VALUE);
    }

    /**
     * @param after number of the one before the first that is wanted
     */
    List<Candidate> read(UUID list, int after, int most) {
        return rows().find(numbered(list, after))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(Lists::candidate)
                .into(new ArrayList<>());
    }

    /** Those that somebody is in. */
    static Set<UUID> naming(MongoOperations mongo, UUID beneficiary) {
        var hers = Query.query(Criteria.where(BENEFICIARY).is(beneficiary));
        hers.fields().include("_id");
        return mongo.find(hers, Document.class, COLLECTION).stream()
                .map(row -> row.get("_id", Document.class).get("list", UUID.class))
                .collect(Collectors.toSet());
    }

    /**
     * Who is in any of these, in the order of their ids.
     *
     * @param after the last who is known already; null for none
     */
    static List<UUID> people(
            MongoOperations mongo, Collection<UUID> lists, @Nullable UUID after, int most) {
        var named = Criteria.where(LIST).in(lists);
        if (after != null) {
            named = named.and(BENEFICIARY).gt(after);
        }
        var stages =
                Aggregation.newAggregation(
                        Aggregation.match(named),
                        Aggregation.group(BENEFICIARY),
                        Aggregation.sort(Sort.Direction.ASC, "_id"),
                        Aggregation.limit(most));
        return mongo.aggregate(stages, COLLECTION, Document.class).getMappedResults().stream()
                .map(found -> found.get("_id", UUID.class))
                .toList();
    }

    private static Document document(UUID list, int number, Candidate candidate) {
        return new Document("_id", id(list, number))
                .append("pseudonym", candidate.pseudonym())
                .append(BENEFICIARY, candidate.beneficiary())
                .append("points", candidate.points())
                .append("dimensions", candidate.dimensions())
                .append("dependency", candidate.dependency());
    }

    private static Candidate candidate(Document row) {
        return new Candidate(
                row.get("pseudonym", UUID.class),
                row.get(BENEFICIARY, UUID.class),
                row.getInteger("points"),
                row.getList("dimensions", Integer.class),
                row.getInteger("dependency"));
    }

    private static Bson numbered(UUID list, int after) {
        return Filters.and(
                Filters.gt("_id", id(list, after)),
                Filters.lte("_id", id(list, Integer.MAX_VALUE)));
    }

    private static Document id(UUID list, int number) {
        return new Document("list", list).append("n", number);
    }

    private MongoCollection<Document> rows() {
        return template.getDb().getCollection(COLLECTION);
    }
}

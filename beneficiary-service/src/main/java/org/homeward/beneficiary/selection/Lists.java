package org.homeward.beneficiary.selection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Candidates in an order, numbered 1, 2, 3…, beside the journal: too many for a transaction. A list
 * counts only once a round names it with its hash; one that no round names is left of a command
 * that failed, and means nothing.
 */
@Component
class Lists {

    private static final String COLLECTION = "selection-lists";
    private static final int AT_ONCE = 1_000;

    private final MongoTemplate template;

    Lists(MongoTemplate template) {
        this.template = template;
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

    List<Candidate> read(UUID list) {
        return read(list, 0, Integer.MAX_VALUE);
    }

    /**
     * @param after number of the one before the first that is wanted
     */
    List<Candidate> read(UUID list, int after, int most) {
        return rows().find(
                        Filters.and(
                                Filters.gt("_id", id(list, after)),
                                Filters.lte("_id", id(list, Integer.MAX_VALUE))))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(Lists::candidate)
                .into(new ArrayList<>());
    }

    private static Document document(UUID list, int number, Candidate candidate) {
        return new Document("_id", id(list, number))
                .append("pseudonym", candidate.pseudonym())
                .append("beneficiary", candidate.beneficiary())
                .append("points", candidate.points())
                .append("dimensions", candidate.dimensions())
                .append("dependency", candidate.dependency());
    }

    private static Candidate candidate(Document row) {
        return new Candidate(
                row.get("pseudonym", UUID.class),
                row.get("beneficiary", UUID.class),
                row.getInteger("points"),
                row.getList("dimensions", Integer.class),
                row.getInteger("dependency"));
    }

    private static Document id(UUID list, int number) {
        return new Document("list", list).append("n", number);
    }

    private MongoCollection<Document> rows() {
        return template.getDb().getCollection(COLLECTION);
    }
}

package org.homeward.kit.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.PageRequest;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Which records there are of a person. */
public final class RecordsOf {

    private static final int AT_ONCE = 100;

    private RecordsOf() {}

    /**
     * @param field that names the person: {@code state.…}
     * @return ids, in no order
     */
    public static List<UUID> person(
            UUID person, AggregateType<?> type, String field, Change change) {
        var hers = Query.query(Criteria.where(field).is(person));
        hers.fields().include("_id");
        return change.mongo().find(hers, Document.class, type.collection()).stream()
                .map(found -> found.get("_id", UUID.class))
                .toList();
    }

    /**
     * All of them, newest first, outside a change.
     *
     * @param field that names the person: {@code state.…}
     */
    public static <A> List<A> person(
            UUID person, AggregateType<A> type, String field, Aggregates aggregates) {
        var hers = new ArrayList<A>();
        var page = new PageRequest(AT_ONCE, null);
        while (true) {
            var found =
                    aggregates.list(type, new Document(field, person), Scope.everything(), page);
            found.items().forEach(one -> hers.add(one.state()));
            if (found.next() == null) {
                return hers;
            }
            page = new PageRequest(AT_ONCE, found.next());
        }
    }
}

package org.homeward.kit.inbox;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.homeward.kit.inbox.Position.Blocked;
import org.homeward.kit.inbox.Position.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The positions of one consumer. Written in the transaction of the effects they stand for, by
 * compare-and-set (I1): of two that handled the same event, one writes nothing at all.
 */
final class Positions {

    static final String COLLECTION = "inbox_positions";

    private final String consumer;

    Positions(String consumer) {
        this.consumer = consumer;
    }

    /**
     * Where these aggregates are, to handle events of theirs: with one query; unknown ones at their
     * beginning.
     *
     * @throws GateClosed while no event may be handled
     */
    Map<String, Position> load(MongoOperations mongo, Collection<String> sources) {
        Set<String> withGate = new HashSet<>(sources);
        withGate.add(Gate.SOURCE);
        return positions(sources, find(mongo, withGate));
    }

    /** The same only to look at. */
    Map<String, Position> read(MongoOperations mongo, Collection<String> sources) {
        return positions(sources, find(mongo, sources));
    }

    private List<Document> find(MongoOperations mongo, Collection<String> sources) {
        return Documents.in(
                mongo,
                COLLECTION,
                positions ->
                        positions.find(Filters.in("_id", ids(sources))).into(new ArrayList<>()));
    }

    private static Map<String, Position> positions(
            Collection<String> sources, List<Document> found) {
        Map<String, Position> loaded = new HashMap<>();
        sources.forEach(source -> loaded.put(source, Position.unseen(source)));
        for (Document document : found) {
            if (Gate.is(document)) {
                throw Gate.read(document);
            }
            Position position = read(document);
            loaded.put(position.source(), position);
        }
        return loaded;
    }

    /**
     * Writes positions that were loaded in this transaction and moved since.
     *
     * @throws PositionMoved when another has moved one of them
     */
    void save(MongoOperations mongo, Collection<Position> moved) {
        if (moved.isEmpty()) {
            return;
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        moved.forEach(position -> writes.add(write(position)));
        BulkWriteResult result =
                Documents.in(mongo, COLLECTION, positions -> positions.bulkWrite(writes));
        if (result.getInsertedCount() + result.getMatchedCount() != moved.size()) {
            throw new PositionMoved();
        }
    }

    /** Those of these aggregates that have parked events. */
    Set<String> blocked(MongoOperations mongo, Collection<String> sources) {
        return sources(
                mongo,
                new Document("_id", new Document("$in", ids(sources)))
                        .append("blocked", new Document("$exists", true)),
                sources.size());
    }

    /** Some whose parked events only wait to be handled. */
    Set<String> repaired(MongoOperations mongo, int limit) {
        return sources(
                mongo,
                new Document("blocked.why", Why.REPAIRED.name()).append("_id.c", consumer),
                limit);
    }

    /** Some that have parked events. */
    Set<String> blocked(MongoOperations mongo, int limit) {
        return sources(
                mongo,
                new Document("blocked.why", new Document("$exists", true))
                        .append("_id.c", consumer),
                limit);
    }

    private static Set<String> sources(MongoOperations mongo, Document filter, int limit) {
        Set<String> sources = new HashSet<>();
        Documents.in(
                mongo,
                COLLECTION,
                positions ->
                        positions
                                .find(filter)
                                .projection(Projections.include("_id"))
                                .limit(limit)
                                .map(found -> found.get("_id", Document.class).getString("s"))
                                .into(sources));
        return sources;
    }

    private List<Document> ids(Collection<String> sources) {
        return sources.stream().map(this::id).toList();
    }

    private Document id(String source) {
        return new Document("c", consumer).append("s", source);
    }

    private WriteModel<Document> write(Position position) {
        Document document =
                new Document("_id", id(position.source()))
                        .append("epoch", position.epoch())
                        .append("sequence", position.sequence())
                        .append("hash", position.hash())
                        .append("version", position.version() + 1);
        Blocked blocked = position.blocked();
        if (blocked != null) {
            document.append(
                    "blocked",
                    new Document("since", Date.from(blocked.since()))
                            .append("why", blocked.why().name()));
        }
        return position.isNew()
                ? new InsertOneModel<>(document)
                : new ReplaceOneModel<>(
                        new Document("_id", id(position.source()))
                                .append("version", position.version()),
                        document);
    }

    private static Position read(Document document) {
        return new Position(
                document.get("_id", Document.class).getString("s"),
                document.getLong("epoch"),
                document.getLong("sequence"),
                document.getString("hash"),
                blocked(document.get("blocked", Document.class)),
                document.getLong("version"));
    }

    private static @Nullable Blocked blocked(@Nullable Document blocked) {
        if (blocked == null) {
            return null;
        }
        Instant since = blocked.getDate("since").toInstant();
        return new Blocked(since, Why.valueOf(blocked.getString("why")));
    }
}

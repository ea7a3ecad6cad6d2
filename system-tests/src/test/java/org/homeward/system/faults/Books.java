package org.homeward.system.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The database of one service as it lies there.
 *
 * @param entries of the journal, by aggregate and version
 * @param aggregates as they are stored
 * @param positions of its consumer, by source
 */
record Books(
        Service service,
        Map<UUID, NavigableMap<Long, Entry>> entries,
        Map<UUID, Aggregate> aggregates,
        Map<String, Position> positions) {

    /**
     * @param id of the event
     * @param hash of its data
     */
    record Written(UUID id, long sequence, String hash) {}

    record Entry(UUID aggregate, long version, String type, List<Written> events) {

        String source() {
            return "/" + type + "/" + aggregate;
        }
    }

    record Aggregate(String collection, long version, long sequence) {}

    record Position(long epoch, long sequence, boolean blocked) {}

    static Books read(MongoClient client, Service service) {
        var database = client.getDatabase(service.database());
        var entries = new HashMap<UUID, NavigableMap<Long, Entry>>();
        database.getCollection("journal")
                .find()
                .projection(Projections.include("fact", "events.id", "events.sequence"))
                .map(Books::entry)
                .forEach(
                        entry ->
                                entries.computeIfAbsent(entry.aggregate(), _ -> new TreeMap<>())
                                        .put(entry.version(), entry));
        var aggregates = new HashMap<UUID, Aggregate>();
        for (var collection : service.collections()) {
            database.getCollection(collection)
                    .find()
                    .projection(Projections.include("version", "sequence"))
                    .forEach(
                            found ->
                                    aggregates.put(
                                            found.get("_id", UUID.class),
                                            new Aggregate(
                                                    collection,
                                                    found.getLong("version"),
                                                    found.getLong("sequence"))));
        }
        return new Books(service, entries, aggregates, positions(database));
    }

    private static Entry entry(Document found) {
        var id = found.get("_id", Document.class);
        var fact = found.get("fact", Document.class);
        var hashes = fact.getList("events", String.class);
        var events = new ArrayList<Written>();
        for (var event : found.getList("events", Document.class, List.of())) {
            events.add(
                    new Written(
                            event.get("id", UUID.class),
                            event.getLong("sequence"),
                            hashes.get(events.size())));
        }
        return new Entry(id.get("a", UUID.class), id.getLong("v"), fact.getString("type"), events);
    }

    private static Map<String, Position> positions(MongoDatabase database) {
        var positions = new HashMap<String, Position>();
        database.getCollection("inbox_positions")
                // the gate of a rebuild lies among them while it is closed
                .find(Filters.exists("sequence"))
                .forEach(
                        found ->
                                positions.put(
                                        found.get("_id", Document.class).getString("s"),
                                        new Position(
                                                found.getLong("epoch"),
                                                found.getLong("sequence"),
                                                found.containsKey("blocked"))));
        return positions;
    }

    /** What is still to be done in a database: what, and how many, where there are any. */
    static Map<String, Long> waiting(MongoClient client, Service service) {
        var database = client.getDatabase(service.database());
        var waiting = new TreeMap<String, Long>();
        count(waiting, database, "journal", Filters.exists("outbox.order"), "pending");
        count(waiting, database, "relay_held", Filters.empty(), "aggregates held aside");
        count(waiting, database, "parked", Filters.empty(), "parked");
        count(waiting, database, "inbox_positions", Filters.exists("blocked.why"), "blocked");
        return waiting;
    }

    /** Whether something written before that moment is still to be published. */
    static boolean isBehind(MongoClient client, Service service, Instant moment) {
        return client.getDatabase(service.database())
                        .getCollection("journal")
                        .find(
                                Filters.and(
                                        Filters.exists("outbox.order"),
                                        Filters.lt("fact.at", Date.from(moment))))
                        .first()
                != null;
    }

    private static void count(
            Map<String, Long> waiting,
            MongoDatabase database,
            String collection,
            Bson filter,
            String what) {
        long found = database.getCollection(collection).countDocuments(filter);
        if (found > 0) {
            waiting.put(database.getName() + ": " + what, found);
        }
    }
}

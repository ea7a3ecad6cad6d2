package org.homeward.system.faults;

import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.homeward.system.LocalSystem;
import org.homeward.system.Topics;

/**
 * A moment from which on nothing is done to the system.
 *
 * @param next the offset of the next message, by topic and partition
 * @param epochs of the leases, by topic and partition
 */
record Calm(Map<String, Long> next, Map<String, Long> epochs) {

    static Calm now(LocalSystem system) {
        var next = new HashMap<String, Long>();
        Topics.readAll(system.port("KAFKA"))
                .forEach(
                        told ->
                                next.merge(
                                        shard(told.topic(), told.partition()),
                                        told.offset() + 1,
                                        Math::max));
        try (var mongo = Evidence.client(system)) {
            var epochs = new HashMap<String, Long>();
            for (var service : Service.values()) {
                epochs.putAll(
                        epochs(
                                mongo.getDatabase(service.database())
                                        .getCollection("relay_leases")
                                        .find()));
            }
            return new Calm(next, epochs);
        }
    }

    static Map<String, Long> epochs(Iterable<Document> leases) {
        var epochs = new HashMap<String, Long>();
        leases.forEach(lease -> epochs.put(lease.getString("_id"), lease.getLong("epoch")));
        return epochs;
    }

    static String shard(String topic, int partition) {
        return topic + "/" + partition;
    }
}

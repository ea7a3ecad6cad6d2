package org.homeward.system.faults;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Partitions;
import org.homeward.system.Topics.Told;

/** What is on a topic was stored, byte for byte, and stands in the partition of its aggregate. */
final class NothingIsInvented implements Invariant {

    @Override
    public String says() {
        return "2: no event on a topic without its stored change";
    }

    @Override
    public List<String> broken(Evidence left) {
        var hashes = new HashMap<UUID, String>();
        for (var books : left.books().values()) {
            for (var entries : books.entries().values()) {
                for (var entry : entries.values()) {
                    entry.events().forEach(event -> hashes.put(event.id(), event.hash()));
                }
            }
        }
        var broken = new ArrayList<String>();
        for (var told : left.topics()) {
            var event = told.envelope();
            if (!sha256(event.data()).equals(hashes.get(event.id()))) {
                broken.add("not stored: " + place(told));
            }
            if (Partitions.partitionOf(aggregate(told), Partitions.COUNT) != told.partition()) {
                broken.add("in the wrong partition: " + place(told));
            }
        }
        return broken;
    }

    private static UUID aggregate(Told told) {
        var source = told.envelope().source();
        return UUID.fromString(source.substring(source.lastIndexOf('/') + 1));
    }

    private static String place(Told told) {
        return "%s/%d %s sequence %d"
                .formatted(
                        told.topic(),
                        told.partition(),
                        told.envelope().source(),
                        told.envelope().sequence());
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

package org.homeward.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.homeward.system.faults.Books.Aggregate;
import org.homeward.system.faults.Books.Entry;

/** An aggregate at version n has the entries 1 to n, whose events are 1 to its sequence. */
final class EveryChangeHasItsEntry implements Invariant {

    @Override
    public String says() {
        return "2: no change without its audit entry";
    }

    @Override
    public List<String> broken(Evidence left) {
        var broken = new ArrayList<String>();
        for (var books : left.books().values()) {
            books.aggregates()
                    .forEach(
                            (id, stored) -> {
                                var entries = books.entries().getOrDefault(id, new TreeMap<>());
                                if (!fits(stored, entries)) {
                                    broken.add(
                                            "%s %s is at version %d, sequence %d; its entries are %s"
                                                    .formatted(
                                                            stored.collection(),
                                                            id,
                                                            stored.version(),
                                                            stored.sequence(),
                                                            entries.keySet()));
                                }
                            });
            books.entries().keySet().stream()
                    .filter(id -> !books.aggregates().containsKey(id))
                    .forEach(id -> broken.add("entries of what is not stored: " + id));
        }
        return broken;
    }

    private static boolean fits(Aggregate stored, NavigableMap<Long, Entry> entries) {
        long version = 0;
        long sequence = 0;
        for (var entry : entries.values()) {
            version++;
            if (entry.version() != version) {
                return false;
            }
            for (var event : entry.events()) {
                sequence++;
                if (event.sequence() != sequence) {
                    return false;
                }
            }
        }
        return stored.version() == version && stored.sequence() == sequence;
    }
}

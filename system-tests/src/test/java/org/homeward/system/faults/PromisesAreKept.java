package org.homeward.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What was answered 2xx is stored, with the sequence that was answered. */
final class PromisesAreKept implements Invariant {

    @Override
    public String says() {
        return "1: every command answered 2xx is stored";
    }

    @Override
    public List<String> broken(Evidence left) {
        var broken = new ArrayList<String>();
        for (var promise : left.diary().promises()) {
            var entries =
                    left.of(promise.service())
                            .entries()
                            .getOrDefault(promise.id(), new TreeMap<>());
            if (!entries.containsKey(promise.version())) {
                broken.add("not stored: " + promise);
                continue;
            }
            long sequence =
                    entries.headMap(promise.version(), true).values().stream()
                            .mapToLong(entry -> entry.events().size())
                            .sum();
            if (sequence != promise.sequence()) {
                broken.add("stored up to sequence " + sequence + ": " + promise);
            }
        }
        return broken;
    }
}

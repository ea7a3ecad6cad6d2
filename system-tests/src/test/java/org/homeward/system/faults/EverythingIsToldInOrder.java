package org.homeward.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.homeward.system.Topics;

/** Repeats dropped, each aggregate's events on its topic are all that it has, in their order. */
final class EverythingIsToldInOrder implements Invariant {

    @Override
    public String says() {
        return "1, 3: each aggregate's events are on the topic as 1, 2, 3 … n";
    }

    @Override
    public List<String> broken(Evidence left) {
        var told = Topics.sequences(left.topics());
        var written = written(left);
        var broken = new ArrayList<String>();
        written.forEach(
                (source, count) -> {
                    var sequences = told.getOrDefault(source, List.of());
                    var expected = LongStream.rangeClosed(1, count).boxed().toList();
                    if (!sequences.equals(expected)) {
                        int right = 0;
                        while (right < Math.min(sequences.size(), expected.size())
                                && sequences.get(right).equals(expected.get(right))) {
                            right++;
                        }
                        broken.add(
                                "%s has %d events, of %d on the topic the first %d are in order, then %s"
                                        .formatted(
                                                source,
                                                count,
                                                sequences.size(),
                                                right,
                                                sequences.stream().skip(right).limit(5).toList()));
                    }
                });
        told.keySet().stream()
                .filter(source -> !written.containsKey(source))
                .forEach(source -> broken.add("nobody's: " + source));
        return broken;
    }

    private static Map<String, Integer> written(Evidence left) {
        var written = new TreeMap<String, Integer>();
        for (var books : left.books().values()) {
            for (var entries : books.entries().values()) {
                for (var entry : entries.values()) {
                    if (!entry.events().isEmpty()) {
                        written.merge(entry.source(), entry.events().size(), Integer::sum);
                    }
                }
            }
        }
        return written;
    }
}

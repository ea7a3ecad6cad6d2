package org.homeward.kit.relay;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.contracts.Partitions;

/** A partition of a topic, which one relay writes at a time; as text {@code topic/partition}. */
record Shard(String topic, int partition) implements Comparable<Shard> {

    private static final Comparator<Shard> ORDER =
            Comparator.comparing(Shard::topic).thenComparingInt(Shard::partition);

    static Shard parse(String text) {
        int slash = text.lastIndexOf('/');
        return new Shard(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
    }

    /** All shards of the topics. */
    static Set<Shard> of(Collection<String> topics) {
        return topics.stream()
                .flatMap(
                        topic ->
                                IntStream.range(0, Partitions.COUNT)
                                        .mapToObj(partition -> new Shard(topic, partition)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int compareTo(Shard other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + "/" + partition;
    }
}

package org.homeward.kit.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll of the consumer brought, in the order of each partition.
 *
 * @param next offset after the last record, for each partition of the poll
 */
record Poll(List<Arrival> events, List<Garbage> garbage, Map<TopicPartition, Long> next) {

    /** Collects the records of a poll. */
    static final class Builder {

        private final List<Arrival> events = new ArrayList<>();
        private final List<Garbage> garbage = new ArrayList<>();
        private final Map<TopicPartition, Long> next = new HashMap<>();

        void add(Arrival event) {
            events.add(event);
            passed(event.at());
        }

        void add(Garbage invalid) {
            garbage.add(invalid);
            passed(invalid.at());
        }

        private void passed(Located at) {
            next.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
        }

        Poll build() {
            return new Poll(List.copyOf(events), List.copyOf(garbage), Map.copyOf(next));
        }
    }

    /** The same events, aggregate by aggregate. */
    Collection<List<Arrival>> byAggregate() {
        Map<String, List<Arrival>> groups = new LinkedHashMap<>();
        events.forEach(
                event -> groups.computeIfAbsent(event.source(), s -> new ArrayList<>()).add(event));
        return groups.values();
    }
}

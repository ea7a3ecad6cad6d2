package org.homeward.kit.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Partitions;
import org.homeward.kit.inbox.Progress.Reached;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Whether this service knows all that was said about an aggregate up to some five seconds ago (I5).
 * True only while the partition's watermark came within 15 seconds and is reached, nothing in the
 * partition waits to be sent for five seconds, no garbage of it is parked, no event of the
 * aggregate is parked or missing, and the last one was not discarded: what it said is not known
 * here, so nothing is until a later one is handled. It fails closed: whatever goes wrong, the
 * answer is no; and it comes back by itself.
 *
 * <p>Only topics named in {@code homeward.inbox.watched} can be current. Ask first and read the
 * aggregate's state after it: then the state is at least as new as the answer. Three reads by id.
 */
public final class Freshness {

    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);

    private final Watermarks watermarks;
    private final Progress progress;
    private final Positions positions;
    private final ParkingPlace parkingPlace;
    private final MongoOperations mongo;

    Freshness(
            Watermarks watermarks,
            Progress progress,
            Positions positions,
            ParkingPlace parkingPlace,
            MongoOperations mongo) {
        this.watermarks = watermarks;
        this.progress = progress;
        this.positions = positions;
        this.parkingPlace = parkingPlace;
        this.mongo = mongo;
    }

    /**
     * @param topic whose events tell of the aggregate
     * @param aggregateType as in the events' source, for example {@code consent}
     */
    public boolean isCurrent(String topic, String aggregateType, UUID aggregate) {
        return current(topic, aggregateType, Set.of(aggregate)).contains(aggregate);
    }

    /**
     * Whether all that was said on a topic up to some five seconds ago is known here, for who rests
     * on something never having been said: then it is not known whose news to ask for. True only
     * while that holds of each partition and nothing of the topic is parked. What was discarded
     * counts as handled, for it would never come: whoever discards it answers for that. Two reads.
     */
    public boolean isCurrent(String topic) {
        if (!progress.watches(topic)) {
            return false;
        }
        try {
            Set<Integer> all =
                    IntStream.range(0, Partitions.COUNT)
                            .boxed()
                            .collect(Collectors.toUnmodifiableSet());
            Map<Integer, Reached> reached = progress.of(mongo, topic, all);
            return all.stream().allMatch(partition -> isCurrent(topic, partition, reached))
                    && !parkingPlace.isAnyOf(mongo, topic);
        } catch (RuntimeException failure) {
            LOG.warn("{} is not current: {}", topic, failure.getClass().getName());
            return false;
        }
    }

    /** Those of these aggregates that are current, for lists: three reads for all of them. */
    public Set<UUID> current(String topic, String aggregateType, Collection<UUID> aggregates) {
        if (!progress.watches(topic) || aggregates.isEmpty()) {
            return Set.of();
        }
        try {
            return ask(topic, aggregateType, aggregates);
        } catch (RuntimeException failure) {
            LOG.warn("nothing is current: {}", failure.getClass().getName());
            return Set.of();
        }
    }

    /** The partitions first, then the aggregates: what moved a partition on has blocked before. */
    private Set<UUID> ask(String topic, String aggregateType, Collection<UUID> aggregates) {
        Set<Integer> partitions = new HashSet<>();
        aggregates.forEach(aggregate -> partitions.add(Partitions.partitionOf(aggregate)));
        Map<Integer, Reached> reached = progress.of(mongo, topic, partitions);
        partitions.removeIf(partition -> !isCurrent(topic, partition, reached));
        Map<String, UUID> candidates = new HashMap<>();
        aggregates.stream()
                .filter(aggregate -> partitions.contains(Partitions.partitionOf(aggregate)))
                .forEach(a -> candidates.put(EventEnvelope.sourceOf(aggregateType, a), a));
        if (!candidates.isEmpty()) {
            Collection<Position> last =
                    positions.read(mongo, Set.copyOf(candidates.keySet())).values();
            last.stream()
                    .filter(Position::isBlocked)
                    .map(Position::source)
                    .forEach(candidates::remove);
            parkingPlace.endingInADiscard(mongo, last).forEach(candidates::remove);
        }
        return candidates.values().stream().collect(Collectors.toUnmodifiableSet());
    }

    private boolean isCurrent(String topic, int partition, Map<Integer, Reached> all) {
        Reached reached = all.getOrDefault(partition, Reached.NOTHING);
        return reached.garbage() == 0 && watermarks.reachedBy(topic, partition, reached.next());
    }
}

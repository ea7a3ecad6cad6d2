package org.homeward.kit.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.homeward.contracts.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the topics at given places. Of a partition that can't be read now it says nothing;
 * it waits two seconds for one that doesn't answer. Its clients are made anew after any error. Used
 * by the relay's thread.
 */
final class TopicTail implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int SILENT_POLLS = 20;

    private final Supplier<Admin> admins;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private @Nullable Admin admin;
    private @Nullable Consumer<byte[], byte[]> consumer;

    TopicTail(Supplier<Admin> admins, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.admins = admins;
        this.consumers = consumers;
    }

    /**
     * @param begin the first place that is kept; what was before it was dropped on purpose
     * @param end the place of the next event
     */
    record Extent(long begin, long end) {

        boolean holds(long offset) {
            return begin <= offset && offset < end;
        }
    }

    /** How far the partitions reach, of those that answer. */
    Map<Shard, Extent> extents(Collection<Shard> shards) {
        return guarded(
                () -> {
                    if (admin == null) {
                        admin = admins.get();
                    }
                    var begins = ask(admin, shards, OffsetSpec.earliest());
                    var ends = ask(admin, shards, OffsetSpec.latest());
                    var extents = new HashMap<Shard, Extent>();
                    for (Shard shard : shards) {
                        Long begin = answer(begins, shard);
                        Long end = answer(ends, shard);
                        if (begin != null && end != null) {
                            extents.put(shard, new Extent(begin, end));
                        }
                    }
                    return extents;
                });
    }

    private static ListOffsetsResult ask(Admin admin, Collection<Shard> shards, OffsetSpec spec) {
        return admin.listOffsets(
                shards.stream().collect(Collectors.toMap(TopicTail::partition, _ -> spec)),
                new ListOffsetsOptions().timeoutMs((int) PATIENCE.toMillis()));
    }

    private static @Nullable Long answer(ListOffsetsResult asked, Shard shard) {
        try {
            return asked.partitionResult(partition(shard)).get().offset();
        } catch (ExecutionException _) {
            return null;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * The ids of the events at these places; a place whose record has none is left out.
     *
     * @param wanted places that exist, at least one of each partition
     * @return of those partitions that could be read up to the last of their places
     */
    Map<Shard, Map<Long, UUID>> ids(Map<Shard, NavigableSet<Long>> wanted) {
        return wanted.isEmpty() ? Map.of() : guarded(() -> read(wanted));
    }

    private Map<Shard, Map<Long, UUID>> read(Map<Shard, NavigableSet<Long>> wanted) {
        if (consumer == null) {
            consumer = consumers.get();
        }
        var reading = consumer;
        reading.assign(wanted.keySet().stream().map(TopicTail::partition).toList());
        reading.resume(reading.assignment()); // what it had before stays paused otherwise
        wanted.forEach((shard, places) -> reading.seek(partition(shard), places.first()));
        var found = new HashMap<Shard, Map<Long, UUID>>();
        var complete = new HashMap<Shard, Map<Long, UUID>>();
        int silence = 0;
        while (complete.size() < wanted.size() && silence < SILENT_POLLS) {
            var records = reading.poll(POLL);
            silence = records.isEmpty() ? silence + 1 : 0;
            for (var message : records) {
                var shard = new Shard(message.topic(), message.partition());
                var places = wanted.getOrDefault(shard, Collections.emptyNavigableSet());
                var ids = found.computeIfAbsent(shard, _ -> new HashMap<>());
                var id = idOf(message);
                if (id != null && places.contains(message.offset())) {
                    ids.put(message.offset(), id);
                }
                if (message.offset() >= places.last() && complete.put(shard, ids) == null) {
                    reading.pause(Set.of(partition(shard)));
                }
            }
        }
        return complete;
    }

    private static @Nullable UUID idOf(ConsumerRecord<?, ?> message) {
        var header = message.headers().lastHeader(EventEnvelope.ID);
        try {
            return header == null
                    ? null
                    : UUID.fromString(new String(header.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (KafkaException failure) {
            close();
            throw failure;
        }
    }

    @Override
    public void close() {
        var asking = admin;
        var reading = consumer;
        admin = null;
        consumer = null;
        if (asking != null) {
            asking.close(Duration.ZERO);
        }
        if (reading != null) {
            reading.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private static TopicPartition partition(Shard shard) {
        return new TopicPartition(shard.topic(), shard.partition());
    }
}

package org.homeward.kit.relay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Tells consumers how far a topic is, so that they can fail closed (I5). For each partition: an
 * offset, and how long the oldest event has waited that is not on the topic yet.
 *
 * <p>What a consumer may conclude: <em>whatever was committed more than {@code oldestPendingMillis}
 * before this was read is at or below {@code offset}.</em> Why that holds:
 *
 * <ol>
 *   <li>First the journal is read, in one snapshot. An entry committed before is found there as
 *       pending or held aside, and then counts for the age; or it is settled.
 *   <li>Then the end of the partition is asked of the broker. A settled entry was acknowledged
 *       before it was marked, so before the snapshot, so before this question: it is below the end,
 *       whoever sent it, this relay, one before it or one that slept. The other way round an entry
 *       could be sent and marked between the two readings and be in neither.
 *   <li>All of this under one {@link Proof} that nothing settled is missing, from before the first
 *       reading until after the last; while there is none, nothing is sent. And the offset is never
 *       below the last place that the proof knows: so when the broker has lost the end of its log
 *       and nobody has noticed yet no consumer reaches the offset, and it fails closed.
 *   <li>An event that is held aside will not come by itself: it counts as pending until an operator
 *       has released it.
 * </ol>
 *
 * <p>The age is the greatest of what two clocks say: the writer's time of the entry against this
 * instance's clock, in either direction, for a time in the future proves that the clocks disagree;
 * and this instance's monotonic time since it first met the entry. Both ends of the backlog are
 * looked at, because entries are ordered by their writers' clocks. Whenever something can't be
 * read, nothing is sent: silence is a warning too. Records carry the epoch of the lease in the
 * header {@value #LEASE}, and wait at most two seconds for the broker. After a failure the clients
 * are made anew: one that has met a fatal error never sends again.
 */
final class Watermark implements AutoCloseable {

    static final String TOPIC = "homeward.watermark.v1";
    static final String LEASE = "lease-epoch";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Set<String> topics;
    private final Leases leases;
    private final Backlog backlog;
    private final HeldAside aside;
    private final Audit audit;
    private final Supplier<Admin> admins;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final RelayMetrics metrics;
    private final Clock clock;
    private final LongSupplier nanos;
    private final AtomicBoolean broken = new AtomicBoolean();
    private @Nullable Admin admin;
    private @Nullable Producer<byte[], byte[]> producer;
    private Map<BsonValue, Long> met = new HashMap<>();

    Watermark(
            Set<String> topics,
            Leases leases,
            Backlog backlog,
            HeldAside aside,
            Audit audit,
            Supplier<Admin> admins,
            Supplier<Producer<byte[], byte[]>> producers,
            RelayMetrics metrics,
            Clock clock,
            LongSupplier nanos) {
        this.topics = Set.copyOf(topics);
        this.leases = leases;
        this.backlog = backlog;
        this.aside = aside;
        this.audit = audit;
        this.admins = admins;
        this.producers = producers;
        this.metrics = metrics;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * Writes one for each shard that is ours and proven. To be called every two seconds, by one
     * thread at a time.
     */
    synchronized void write() throws Exception {
        var proofs = new TreeMap<Shard, Proof>();
        leases.held()
                .forEach(
                        (shard, epoch) -> {
                            var proof = audit.proof(shard, epoch);
                            if (proof != null && topics.contains(shard.topic())) {
                                proofs.put(shard, proof);
                            }
                        });
        if (proofs.isEmpty()) {
            return;
        }
        if (broken.getAndSet(false)) {
            close();
        }
        var ages = ages(proofs.keySet());
        try {
            tell(proofs, ages);
        } catch (Exception failure) {
            failed();
            throw failure;
        }
    }

    private void tell(Map<Shard, Proof> proofs, Map<Shard, Long> ages) throws Exception {
        var ends = ends(proofs.keySet());
        proofs.forEach(
                (shard, proof) -> {
                    long epoch = proof.lease();
                    if (leases.holds(shard, epoch) && audit.proof(shard, epoch) == proof) {
                        long offset = Math.max(ends.getOrDefault(shard, 0L) - 1, proof.last());
                        send(shard, epoch, offset, ages.getOrDefault(shard, 0L));
                    }
                });
    }

    private Map<Shard, Long> ages(Set<Shard> shards) {
        var ages = new HashMap<Shard, Long>();
        var seen = new HashMap<BsonValue, Long>();
        try (var snapshot = backlog.snapshot()) {
            for (Shard shard : backlog.busy(snapshot, shards)) {
                for (Pending end : backlog.ends(snapshot, shard)) {
                    ages.merge(shard, age(end.id(), end.at(), seen), Math::max);
                }
            }
            for (HeldAside.Held row : aside.of(shards, snapshot)) {
                var key = new BsonString(row.aggregate().toString());
                ages.merge(Shard.parse(row.shard()), age(key, row.decided(), seen), Math::max);
            }
        }
        met = seen;
        return ages;
    }

    private long age(BsonValue entry, Instant at, Map<BsonValue, Long> seen) {
        long now = nanos.getAsLong();
        long since = met.getOrDefault(entry, now);
        seen.put(entry, since);
        return Math.max(
                Duration.between(at, clock.instant()).abs().toMillis(),
                Duration.ofNanos(now - since).toMillis());
    }

    private Map<Shard, Long> ends(Set<Shard> shards) throws Exception {
        var latest =
                shards.stream()
                        .collect(
                                Collectors.toMap(
                                        s -> new TopicPartition(s.topic(), s.partition()),
                                        _ -> OffsetSpec.latest()));
        var options = new ListOffsetsOptions().timeoutMs((int) PATIENCE.toMillis());
        var ends = new HashMap<Shard, Long>();
        if (admin == null) {
            admin = admins.get();
        }
        admin.listOffsets(latest, options)
                .all()
                .get()
                .forEach((p, end) -> ends.put(new Shard(p.topic(), p.partition()), end.offset()));
        return ends;
    }

    private void send(Shard shard, long epoch, long offset, long age) {
        var value =
                ("{\"topic\":\"" + shard.topic())
                        + ("\",\"partition\":" + shard.partition())
                        + (",\"offset\":" + offset)
                        + (",\"oldestPendingMillis\":" + age + "}");
        var message =
                new ProducerRecord<>(TOPIC, shard.partition(), utf8(shard.toString()), utf8(value));
        message.headers().add(LEASE, utf8(Long.toString(epoch)));
        if (producer == null) {
            producer = producers.get();
        }
        var _ =
                producer.send(
                        message,
                        (_, failure) -> {
                            if (failure != null) {
                                failed();
                            }
                        });
    }

    /** Counts once for all partitions of a writing. */
    private void failed() {
        if (!broken.getAndSet(true)) {
            metrics.watermarkFailed();
        }
    }

    @Override
    public synchronized void close() {
        var asking = admin;
        var sending = producer;
        admin = null;
        producer = null;
        if (asking != null) {
            asking.close(Duration.ZERO);
        }
        if (sending != null) {
            sending.close(Duration.ZERO);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.homeward.kit.relay;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.bson.UuidRepresentation;
import org.homeward.kit.observe.Alarms;

/** One instance of a service, reduced to its relay, with clients of its own behind a gate. */
final class Node implements AutoCloseable {

    final String id = UUID.randomUUID().toString();
    final Gate gate = new Gate();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Leases leases;
    final HeldAside aside;
    final Backlog backlog;
    final Audit audit;
    final Relay relay;
    final Watermark watermark;
    final RelayMetrics metrics = new RelayMetrics(registry);
    final Alarms alarms = new Alarms(registry, true);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<Producer<byte[], byte[]>> producers = new CopyOnWriteArrayList<>();
    private final MongoClient client;
    private final MongoDatabase database;
    private final Set<Shard> shards;
    private final Clock clock;
    private final Watch watch;
    private final RelayClients kafka;
    private final ScheduledExecutorService leasing =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private final Thread relaying;
    private final Thread watching;

    /**
     * @param nanos its monotonic time; it may run faster than the real one
     */
    Node(String mongoUri, String bootstrap, Set<String> topics, LongSupplier nanos, Clock clock) {
        client = client(mongoUri, gate);
        database = client.getDatabase(new ConnectionString(mongoUri).getDatabase());
        kafka =
                new RelayClients(
                        Map.of("bootstrap.servers", bootstrap),
                        Map.of("bootstrap.servers", bootstrap),
                        Map.of("bootstrap.servers", bootstrap));
        leases = new Leases(new LeaseTable(database), id, Shard.of(topics), nanos);
        aside = new HeldAside(client, database, clock);
        backlog = new Backlog(client, database, aside, HandJournal.SIGNING);
        audit =
                new Audit(
                        new Published(database),
                        new TopicTail(kafka::admin, kafka::places),
                        metrics,
                        alarms);
        relay =
                new Relay(
                        leases,
                        backlog,
                        aside,
                        audit,
                        new Outlet(this::producer),
                        metrics,
                        alarms,
                        nanos);
        watermark =
                new Watermark(
                        topics,
                        leases,
                        backlog,
                        aside,
                        audit,
                        kafka::admin,
                        kafka::watermarks,
                        metrics,
                        clock,
                        nanos);
        this.shards = Shard.of(topics);
        this.clock = clock;
        watch = new Watch(database, id, leases, relay::wake);
        relaying = Thread.ofPlatform().daemon().unstarted(relay);
        watching = Thread.ofPlatform().daemon().unstarted(watch);
        relaying.setUncaughtExceptionHandler((_, _) -> {});
        watching.setUncaughtExceptionHandler((_, _) -> {});
    }

    static MongoClient client(String uri, Gate gate) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .readConcern(ReadConcern.MAJORITY)
                        .addCommandListener(gate)
                        .build());
    }

    /**
     * @param beat how often it renews its leases, in real time
     */
    Node start(Duration beat) {
        var _ =
                leasing.scheduleWithFixedDelay(
                        this::tick, 0, beat.toMillis(), TimeUnit.MILLISECONDS);
        relaying.start();
        watching.start();
        return this;
    }

    private void tick() {
        try {
            if (leases.tick()) {
                relay.wake();
            }
        } catch (RuntimeException away) {
            // the next one is soon
        }
    }

    private Producer<byte[], byte[]> producer() {
        var producer = gate.before(kafka.events());
        producers.add(producer);
        return producer;
    }

    /** Audits what it holds, to the end; for a node whose relay does not run. */
    void prove() {
        do {
            audit.proceed(leases.held(), 1);
        } while (audit.isUnderWay());
    }

    /** As a service has it; it is not started, for this node starts its threads itself. */
    RelayLifecycle lifecycle() {
        var settings = new RelaySettings(List.of(), List.of(), (short) 1);
        return new RelayLifecycle(
                new RelayLifecycle.Parts(
                        shards,
                        new TopicProvisioning(settings, kafka::admin, alarms),
                        leases,
                        relay,
                        watch,
                        backlog,
                        aside,
                        metrics,
                        watermark,
                        alarms,
                        clock));
    }

    /** Reads the gauges anew, and gives one of them. */
    double gauge(String name) {
        metrics.refresh(shards, leases, backlog, aside, clock);
        return registry.get(name).gauge().value();
    }

    double metric(String name) {
        return registry.get(name).counter().count();
    }

    /** As at the end of a service: what is on its way is marked, the leases are given up. */
    void stop() throws InterruptedException {
        watch.stop();
        relay.stop();
        relaying.join(Duration.ofSeconds(10));
        leasing.shutdownNow();
    }

    @Override
    public void close() {
        watch.stop();
        gate.kill();
        leasing.shutdownNow();
        relaying.interrupt();
        watching.interrupt();
        try {
            for (Thread thread : List.of(relaying, watching)) {
                if (thread.isAlive() && !thread.join(PATIENCE)) {
                    throw new IllegalStateException("a thread of the relay does not end");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producers.forEach(producer -> producer.close(Duration.ZERO));
        watermark.close();
        gate.open();
        client.close();
    }
}

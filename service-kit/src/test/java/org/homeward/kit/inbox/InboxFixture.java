package org.homeward.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.homeward.kit.test.Backends;
import org.homeward.kit.web.PageRequest;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A running instance of the tests' service, and what a test wants to see of it. */
final class InboxFixture implements AutoCloseable {

    final ConfigurableApplicationContext service;
    final Script script;
    final Inbox inbox;
    final Parking parking;
    final Freshness freshness;
    final MongoTemplate mongo;

    private InboxFixture(ConfigurableApplicationContext service) {
        this.service = service;
        this.script = service.getBean(Script.class);
        this.inbox = service.getBean(Inbox.class);
        this.parking = service.getBean(Parking.class);
        this.freshness = service.getBean(Freshness.class);
        this.mongo = service.getBean(MongoTemplate.class);
    }

    static InboxFixture start(
            String name, String mongoUri, String bootstrapServers, String... more) {
        return new InboxFixture(
                new SpringApplicationBuilder(InboxApplication.class)
                        .registerShutdownHook(false)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .properties("homeward.inbox.watched=" + Sample.TOPIC)
                        .run(arguments(name, mongoUri, bootstrapServers, more)));
    }

    private static String[] arguments(
            String name, String mongoUri, String bootstrapServers, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--spring.config.import=classpath:kit-inbox.yml",
                                "--spring.application.name=" + name,
                                "--spring.mongodb.uri=" + mongoUri,
                                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                                "--homeward.master-key-file=" + Backends.shared().masterKey(),
                                "--homeward.inbox.repair-interval=1s",
                                "--management.otlp.metrics.export.enabled=false"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** With the shared backends and a database of its own. */
    static InboxFixture start() {
        String name = Backends.freshDatabase();
        return start(name, Backends.shared().mongoUri(name), Backends.shared().bootstrapServers());
    }

    /** Reads no topic: what other tests send to the shared one is not seen, only polls by hand. */
    static InboxFixture startByHand(String... more) {
        String name = Backends.freshDatabase();
        return start(
                name,
                Backends.shared().mongoUri(name),
                Backends.shared().bootstrapServers(),
                Stream.concat(
                                Stream.of(
                                        "--spring.cloud.stream.bindings.inbox-in-0.consumer.auto-startup=false"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Gives a poll to the inbox as the consumer would. */
    void poll(Sample... events) {
        List<ConsumerRecord<?, ?>> records = new ArrayList<>();
        for (Sample event : events) {
            records.add(event.at(records.size()));
        }
        inbox.handle(records);
    }

    static void send(String bootstrapServers, List<ProducerRecord<byte[], byte[]>> messages)
            throws ExecutionException, InterruptedException {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> message : messages) {
                producer.send(message).get();
            }
        }
    }

    /** The sequences of the events of an aggregate that had an effect, in the order of effects. */
    List<Long> effects(UUID aggregate) {
        Document found =
                mongo.getDb()
                        .getCollection(Script.EFFECTS)
                        .find(new Document("_id", aggregate))
                        .first();
        return found == null ? List.of() : found.getList("handled", Long.class);
    }

    Position position(Sample event) {
        var positions = service.getBean(Positions.class).load(mongo, Set.of(event.source()));
        return Objects.requireNonNull(positions.get(event.source()));
    }

    List<ParkedMessage> parked() {
        return parking.list(new PageRequest(100, null)).items();
    }

    /** What a test leaves parked on purpose is none of the next test's business. */
    void forgetParked() {
        mongo.getDb().getCollection(ParkingPlace.COLLECTION).deleteMany(new Document());
        mongo.getDb().getCollection(Progress.COLLECTION).deleteMany(new Document());
    }

    /** Who discarded a message, and why. */
    Document discarded(UUID message) {
        Document kept =
                mongo.getDb()
                        .getCollection(ParkingPlace.DISCARDED)
                        .find(new Document("_id", message))
                        .first();
        return Objects.requireNonNull(kept).get("discarded", Document.class);
    }

    double alarms(Alarm alarm) {
        return service.getBean(MeterRegistry.class)
                .counter("homeward.alarms", "kind", alarm.kind())
                .count();
    }

    double count(String counter) {
        return service.getBean(MeterRegistry.class).counter(counter).count();
    }

    double gauge(String name) {
        return service.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    @Override
    public void close() {
        service.close();
    }
}

package org.homeward.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.contracts.Partitions;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.JournalFormat;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Scope;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.PowerCut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From one service's commits to another's effects, while the broker loses what it had acknowledged:
 * each event has its effect once, in order.
 */
class LostTailEndToEndIT {

    private static final int PARTITION = 3;
    private static final List<UUID> THINGS =
            Stream.generate(UUID::randomUUID)
                    .filter(id -> Partitions.partitionOf(id) == PARTITION)
                    .limit(4)
                    .toList();

    private final Set<UUID> made = new HashSet<>();
    private final String readers = Backends.freshDatabase();
    private Path files;
    private KafkaProcess kafka;
    private InboxFixture publisher;

    @BeforeEach
    void start(@TempDir Path folder) {
        files = folder;
        kafka = KafkaProcess.start(KafkaOptions.in(files));
        var name = Backends.freshDatabase();
        publisher =
                InboxFixture.start(
                        name,
                        Backends.shared().mongoUri(name),
                        kafka.bootstrapServers(),
                        "--spring.cloud.stream.bindings.inbox-in-0.consumer.auto-startup=false",
                        "--homeward.relay.topics=" + Sample.TOPIC,
                        "--homeward.relay.watermarked=" + Sample.TOPIC);
    }

    @AfterEach
    void stop() {
        publisher.close();
        kafka.close();
    }

    private InboxFixture reader(String name) {
        return InboxFixture.start(name, Backends.shared().mongoUri(name), kafka.bootstrapServers());
    }

    /** One more event of each. */
    private void commit(int times) {
        var journal = publisher.service.getBean(Journal.class);
        for (int i = 0; i < times; i++) {
            for (UUID id : THINGS) {
                var event =
                        new NotificationDelivered(
                                id, DeliveryChannel.EMAIL, "homeward.story.published.v1");
                var next = Decision.of(new Script.Counter(id), event);
                var first = made.add(id);
                var _ =
                        journal.inTransaction(
                                Origin.system("test", UUID.randomUUID()),
                                change ->
                                        first
                                                ? change.create(Script.COUNTERS, id, next)
                                                : change.update(load(change, id), next));
            }
        }
    }

    private static Stored<Script.Counter> load(Change change, UUID id) {
        return change.load(Script.COUNTERS, id, Scope.everything());
    }

    private boolean isPublished() {
        return publisher
                        .mongo
                        .getDb()
                        .getCollection(JournalFormat.JOURNAL)
                        .countDocuments(
                                new Document(JournalFormat.ORDER, new Document("$exists", true)))
                == 0;
    }

    private void cut() {
        PowerCut.strike(kafka, files, Sample.TOPIC, 4_000, PARTITION);
    }

    private static void assertEffects(InboxFixture reader, long last) {
        soon().untilAsserted(
                        () ->
                                assertThat(THINGS)
                                        .allSatisfy(
                                                id ->
                                                        assertThat(reader.effects(id))
                                                                .isEqualTo(upTo(last))));
        assertThat(reader.parked()).isEmpty();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }

    @Test
    void with_consumers_up() {
        try (var reader = reader(readers)) {
            commit(6);
            assertEffects(reader, 6);

            cut();
            commit(2);
            kafka.restart();
            commit(1);

            assertEffects(reader, 9);
            try (var fromTheBeginning = reader(Backends.freshDatabase())) {
                assertEffects(fromTheBeginning, 9);
            }
        }
    }

    @Test
    void with_consumers_down_who_had_read_a_part() {
        try (var reader = reader(readers)) {
            commit(4);
            assertEffects(reader, 4);
        }
        commit(4);
        soon().until(this::isPublished);

        cut();
        kafka.restart();
        commit(2);

        try (var reader = reader(readers)) {
            assertEffects(reader, 10);
        }
    }
}

package org.homeward.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;
import org.homeward.kit.test.Backends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way: from the topic through Spring Cloud Stream to effects, by two instances. */
class InboxKafkaTest {

    private static final String KAFKA = Backends.shared().bootstrapServers();
    private static final List<InboxFixture> INSTANCES = new ArrayList<>();

    private final UUID id = UUID.randomUUID();

    @BeforeAll
    static void start() {
        String name = Backends.freshDatabase();
        for (int i = 0; i < 2; i++) {
            INSTANCES.add(InboxFixture.start(name, Backends.shared().mongoUri(name), KAFKA));
        }
    }

    @AfterAll
    static void stop() {
        INSTANCES.forEach(InboxFixture::close);
    }

    @Test
    void two_instances_have_one_effect_for_each_event_however_often_it_is_sent() throws Exception {
        List<UUID> aggregates = Stream.generate(UUID::randomUUID).limit(40).toList();
        var random = new Random(4711);
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (long sequence = 1; sequence <= 10; sequence++) {
            List<ProducerRecord<byte[], byte[]>> round = new ArrayList<>();
            for (UUID aggregate : aggregates) {
                round.add(Sample.of(aggregate, sequence).toSend());
                round.add(Sample.of(aggregate, 1 + random.nextLong(sequence)).toSend());
            }
            // a repeat may come before its original's neighbour, never before its original
            round.sort(Comparator.comparing(m -> new String(m.key(), UTF_8)));
            messages.addAll(round);
        }

        InboxFixture.send(KAFKA, messages);

        soon().untilAsserted(
                        () ->
                                assertThat(aggregates)
                                        .allSatisfy(
                                                a ->
                                                        assertThat(one().effects(a))
                                                                .isEqualTo(upTo(10))));
        soon().until(() -> INSTANCES.stream().allMatch(i -> i.gauge("homeward.inbox.lag") == 0));
    }

    @Test
    void a_poll_that_fails_again_and_again_is_still_waiting() throws Exception {
        INSTANCES.forEach(instance -> instance.script.before(Sample.of(id, 1), this::awayForNow));

        InboxFixture.send(KAFKA, List.of(Sample.of(id, 1).toSend()));

        soon().until(
                        () ->
                                INSTANCES.stream()
                                                .mapToInt(i -> i.script.runs(Sample.of(id, 1)))
                                                .sum()
                                        > 1);
        assertThat(
                        INSTANCES.stream()
                                .mapToDouble(i -> i.gauge("homeward.inbox.lag"))
                                .filter(lag -> !Double.isNaN(lag))
                                .sum())
                .isGreaterThanOrEqualTo(1);
        INSTANCES.forEach(instance -> instance.script.heal());
        soon().until(() -> INSTANCES.stream().allMatch(i -> i.gauge("homeward.inbox.lag") == 0));
    }

    private void awayForNow() {
        throw new MongoSocketException("the database is away", new ServerAddress());
    }

    @Test
    void what_is_no_valid_event_is_parked_as_it_came_and_all_else_flows_on() throws Exception {
        Sample first = Sample.of(id, 1);
        byte[] key = id.toString().getBytes(UTF_8);
        int partition = first.partition();
        var foreignKey =
                new ProducerRecord<>(
                        Sample.TOPIC,
                        partition,
                        UUID.randomUUID().toString().getBytes(UTF_8),
                        first.value());
        first.headers().forEach((name, value) -> foreignKey.headers().add(name, value));
        var misleading = Sample.of(id, 2).toSend();
        misleading
                .headers()
                .add("spring_json_header_types", "{\"ce_id\":\"no.such.Type\"}".getBytes(UTF_8));

        InboxFixture.send(
                KAFKA,
                List.of(
                        new ProducerRecord<>(Sample.TOPIC, partition, key, null),
                        new ProducerRecord<>(Sample.TOPIC, partition, key, new byte[] {0, 1, -1}),
                        foreignKey,
                        first.toSend(),
                        misleading));

        soon().untilAsserted(() -> assertThat(one().effects(id)).containsExactly(1L, 2L));
        List<ParkedMessage> garbage =
                one().parked().stream().filter(p -> p.source() == null).toList();
        assertThat(garbage).hasSize(3).allMatch(parked -> parked.partition() == partition);
        assertThat(one().parking.inspect(garbage.getFirst().id())).isNotNull();
        garbage.forEach(
                parked ->
                        one().parking
                                .discard(
                                        parked.id(),
                                        new Discard(Discard.Reason.UNREADABLE, "operator")));
        assertThat(one().parked()).isEmpty();
    }

    @Test
    void an_aggregate_is_current_while_watermarks_come_that_are_reached() throws Exception {
        InboxFixture.send(KAFKA, List.of(Sample.of(id, 1).toSend()));
        soon().untilAsserted(() -> assertThat(one().effects(id)).containsExactly(1L));
        long end = end(Sample.of(id, 1).partition());
        assertThat(isCurrent()).isFalse();

        whileWatermarksSay(end - 1, 0).until(() -> everywhereCurrent());
        whileWatermarksSay(end - 1, 6_000).until(() -> !isCurrent());
        whileWatermarksSay(end - 1, 0).until(() -> everywhereCurrent());
        whileWatermarksSay(end + 5, 0).until(() -> !isCurrent());
        whileWatermarksSay(end - 1, 0).until(() -> everywhereCurrent());

        one().script.poison(Sample.of(id, 2));
        INSTANCES.getLast().script.poison(Sample.of(id, 2));
        InboxFixture.send(KAFKA, List.of(Sample.of(id, 2).toSend()));
        whileWatermarksSay(end, 0).until(() -> !isCurrent());
        one().script.heal();
        INSTANCES.getLast().script.heal();
        one().parking.replay(Sample.of(id, 2).source());
        whileWatermarksSay(end, 0).until(() -> everywhereCurrent());

        // silence
        await().atMost(Duration.ofSeconds(20)).until(() -> !isCurrent());
    }

    @Test
    void what_a_zombie_wrote_last_about_an_idle_partition_is_put_right() throws Exception {
        InboxFixture.send(KAFKA, List.of(Sample.of(id, 1).toSend()));
        soon().untilAsserted(() -> assertThat(one().effects(id)).containsExactly(1L));
        int partition = Sample.of(id, 1).partition();
        long end = end(partition);

        one().service
                .getBean(Progress.class)
                .reached(one().mongo, Map.of(new TopicPartition(Sample.TOPIC, partition), end - 1));

        soon().until(() -> end(partition) == end);
    }

    private boolean everywhereCurrent() {
        return INSTANCES.stream()
                .allMatch(i -> i.freshness.isCurrent(Sample.TOPIC, Sample.KIND, id));
    }

    private boolean isCurrent() {
        return one().freshness.current(Sample.TOPIC, Sample.KIND, Set.of(id)).contains(id);
    }

    /** Waits as the relay would: with a watermark at each look. */
    private ConditionFactory whileWatermarksSay(long offset, long pendingMillis) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .conditionEvaluationListener(
                        _ -> tell(Sample.of(id, 1).partition(), offset, pendingMillis));
    }

    private static void tell(int partition, long offset, long pendingMillis) {
        String value =
                "{\"topic\":\"%s\",\"partition\":%d,\"offset\":%d,\"oldestPendingMillis\":%d}"
                        .formatted(Sample.TOPIC, partition, offset, pendingMillis);
        try {
            InboxFixture.send(
                    KAFKA,
                    List.of(
                            new ProducerRecord<>(
                                    Watermark.TOPIC,
                                    partition,
                                    new byte[0],
                                    value.getBytes(UTF_8))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long end(int partition) {
        return one().service
                .getBean(Progress.class)
                .of(one().mongo, Sample.TOPIC, Set.of(partition))
                .getOrDefault(partition, Progress.Reached.NOTHING)
                .next();
    }

    private static List<Long> upTo(long last) {
        return Stream.iterate(1L, n -> n <= last, n -> n + 1).toList();
    }

    private static InboxFixture one() {
        return INSTANCES.getFirst();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }
}

package org.homeward.kit.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each account can do with a Kafka that asks who it is, tried with every topic there is. */
class KafkaRightsTest {

    private static final GuardedKafka KAFKA = GuardedKafka.shared();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CONSENT = "homeward.consent.v1";
    private static final String AUDIT = "homeward.audit.v1";

    /** What somebody does to a topic or a group, which Kafka may refuse. */
    private interface Deed {
        void to(String name) throws Exception;
    }

    static List<String> accounts() throws IOException {
        return Stream.concat(TopicRights.accounts().stream(), Stream.of(GuardedKafka.NOBODY))
                .sorted()
                .toList();
    }

    /** In each topic there is something to read. */
    @BeforeAll
    static void fill() throws Exception {
        for (String topic : KAFKA.topics()) {
            write(GuardedKafka.BROKER, topic);
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void an_account_writes_reads_and_makes_the_topics_of_its_lines_and_no_others(String account)
            throws Exception {
        var writes = TopicRights.rights(account, "writes");
        var reads = new TreeSet<>(TopicRights.rights(account, "reads"));
        reads.addAll(writes);

        assertThat(allowed(topic -> write(account, topic), KAFKA.topics())).isEqualTo(writes);
        assertThat(allowed(topic -> read(account, topic), KAFKA.topics())).isEqualTo(reads);
        assertThat(allowed(topic -> create(account, topic), KAFKA.topics())).isEqualTo(writes);
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void no_account_removes_anything_or_makes_other_topics_or_sees_who_may_do_what(String account)
            throws Exception {
        try (var admin = Admin.create(KAFKA.clients(account))) {
            var first = RecordsToDelete.beforeOffset(1);
            Deed empty = topic -> admin.deleteRecords(Map.of(first(topic), first)).all().get();
            Deed delete = topic -> admin.deleteTopics(List.of(topic)).all().get();

            assertThat(allowed(empty, KAFKA.topics())).isEmpty();
            assertThat(allowed(delete, KAFKA.topics())).isEmpty();
            assertThat(isAllowed(topic -> create(account, topic), "homeward.other.v1")).isFalse();
            assertThat(isAllowed(_ -> admin.describeAcls(AclBindingFilter.ANY).values().get(), ""))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void an_account_says_how_far_it_has_read_in_its_own_groups_alone(String account)
            throws Exception {
        var owners = allowed(owner -> commit(account, owner + "-inbox"), accounts());

        assertThat(owners)
                .isEqualTo(account.equals(GuardedKafka.NOBODY) ? Set.of() : Set.of(account));
    }

    @Test
    void dashboards_see_no_consent_and_no_heads_and_who_hears_of_no_consent_reads_none()
            throws Exception {
        assertThat(isAllowed(topic -> read("dashboards", topic), CONSENT)).isFalse();
        assertThat(isAllowed(topic -> read("dashboards", topic), AUDIT)).isFalse();
        assertThat(isAllowed(topic -> read("notification-service", topic), CONSENT)).isFalse();
        assertThat(isAllowed(topic -> write("grant-service", topic), CONSENT)).isFalse();
    }

    @Test
    void who_says_a_wrong_password_or_is_not_known_does_nothing() {
        for (String account : List.of("grant-service", "somebody")) {
            try (var admin = Admin.create(KAFKA.clients(account, "guessed"))) {
                assertThatThrownBy(() -> admin.listTopics().names().get())
                        .hasCauseInstanceOf(SaslAuthenticationException.class);
            }
        }
    }

    private static Set<String> allowed(Deed deed, Collection<String> among) throws Exception {
        var allowed = new TreeSet<String>();
        for (String name : among) {
            if (isAllowed(deed, name)) {
                allowed.add(name);
            }
        }
        return allowed;
    }

    /** What fails for another reason than a missing right fails the test. */
    private static boolean isAllowed(Deed deed, String name) throws Exception {
        try {
            deed.to(name);
            return true;
        } catch (ExecutionException | KafkaException failure) {
            for (Throwable why = failure; why != null; why = why.getCause()) {
                if (why instanceof AuthorizationException) {
                    return false;
                }
            }
            throw failure;
        }
    }

    /** As a service does, idempotently. */
    private static void write(String account, String topic) throws Exception {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(KAFKA.clients(account), bytes, bytes)) {
            producer.send(new ProducerRecord<>(topic, 0, new byte[0], account.getBytes(UTF_8)))
                    .get();
        }
    }

    private static void read(String account, String topic) {
        try (var consumer = consumer(account, account)) {
            consumer.assign(List.of(first(topic)));
            consumer.seekToBeginning(List.of(first(topic)));
            await().pollInSameThread()
                    .atMost(SOON)
                    .until(() -> !consumer.poll(Duration.ofSeconds(1)).isEmpty());
        }
    }

    /** Of a topic that it may read, if there is any. */
    private static void commit(String account, String group) throws IOException {
        var readable = new TreeSet<>(TopicRights.rights(account, "reads"));
        var topic = readable.isEmpty() ? CONSENT : readable.getFirst();
        try (var consumer = consumer(account, group)) {
            consumer.commitSync(Map.of(first(topic), new OffsetAndMetadata(0)));
        }
    }

    private static Consumer<byte[], byte[]> consumer(String account, String group) {
        var bytes = new ByteArrayDeserializer();
        var settings = new HashMap<>(KAFKA.clients(account));
        settings.put("group.id", group);
        settings.put("enable.auto.commit", false);
        return new KafkaConsumer<>(settings, bytes, bytes);
    }

    /** All are there: who may make it is told so. */
    private static void create(String account, String topic) throws Exception {
        try (var admin = Admin.create(KAFKA.clients(account))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    private static TopicPartition first(String topic) {
        return new TopicPartition(topic, 0);
    }
}

package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.homeward.contracts.Partitions;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.journal.CommitListener;
import org.homeward.kit.journal.Instance;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.GuardedKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The relay as a service has it. */
@ExtendWith(OutputCaptureExtension.class)
class RelayConfigurationTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instance ME = new Instance("me");

    private final String topic =
            "homeward.c" + UUID.randomUUID().toString().substring(0, 8) + ".v1";
    private final String database = Backends.freshDatabase();
    private final MongoClient client =
            Node.client(Backends.shared().mongoUri(database), new Gate());
    private final HandJournal journal =
            new HandJournal(client, client.getDatabase(database), topic, ME.id());
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final UUID thing = UUID.randomUUID();

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(RelayConfiguration.class))
                    .withBean(
                            MongoClient.class,
                            () -> client,
                            bean -> bean.setDestroyMethodName("")) // it is closed by this test
                    .withBean(MongoTemplate.class, () -> new MongoTemplate(client, database))
                    .withBean(StoredTypes.class, () -> StoredTypes.builder().build())
                    .withBean(Instance.class, () -> ME)
                    .withBean(Signing.class, () -> HandJournal.SIGNING)
                    .withBean(Clock.class, Clock::systemUTC)
                    .withBean(MeterRegistry.class, () -> registry)
                    .withBean(Alarms.class, () -> new Alarms(registry, true))
                    .withPropertyValues(
                            "spring.kafka.bootstrap-servers="
                                    + Backends.shared().bootstrapServers(),
                            "homeward.relay.topics=" + topic,
                            "homeward.relay.watermarked=" + topic);

    @AfterEach
    void close() {
        client.close();
    }

    private String shard() {
        return topic + "/" + Partitions.partitionOf(thing);
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Backends.shared().bootstrapServers()));
    }

    @Test
    void a_service_publishes_what_it_commits_and_gives_its_leases_up_when_it_ends() {
        journal.prepare();
        service.run(
                context -> {
                    journal.commit(thing, "one");
                    context.getBean(CommitListener.class).committed(Set.of(shard()));

                    await().atMost(SOON).until(() -> journal.pending() == 0);
                    assertThat(registry.get("homeward.relay.sent").counter().count()).isEqualTo(1);
                    await().atMost(SOON)
                            .until(
                                    () ->
                                            registry.get("homeward.relay.shards.owned")
                                                            .gauge()
                                                            .value()
                                                    == Partitions.COUNT);
                    assertThat(registry.get("homeward.relay.pending").gauge().value()).isZero();
                    assertThat(registry.get("homeward.relay.oldest.pending").gauge().value())
                            .isZero();
                    assertThat(context).hasSingleBean(HeldAside.class);
                });

        var leases = client.getDatabase(database).getCollection("relay_leases");
        assertThat(leases.countDocuments()).isEqualTo(Partitions.COUNT);
        assertThat(leases.countDocuments(Filters.ne("owner", null))).isZero();
    }

    @Test
    void missing_topics_are_made_with_twelve_partitions_and_kept_for_ever() {
        service.run(
                context -> {
                    assertThat(context).hasNotFailed();
                    try (var admin = admin()) {
                        var made =
                                admin.describeTopics(List.of(topic)).allTopicNames().get().values();
                        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
                        var configs = admin.describeConfigs(List.of(resource)).all().get().values();

                        assertThat(made)
                                .singleElement()
                                .matches(found -> found.partitions().size() == Partitions.COUNT);
                        assertThat(configs)
                                .singleElement()
                                .extracting(c -> c.get(TopicConfig.RETENTION_MS_CONFIG).value())
                                .isEqualTo("-1");
                    }
                });
    }

    @Test
    void a_topic_with_another_number_of_partitions_is_an_alarm() throws Exception {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        }

        service.run(
                _ ->
                        assertThat(
                                        registry.get("homeward.alarms")
                                                .tag("kind", "topic-partitions")
                                                .counter()
                                                .count())
                                .isEqualTo(1));
    }

    @Test
    void a_watermark_must_be_of_a_topic_of_its_own() {
        service.withPropertyValues("homeward.relay.watermarked=homeward.other.v1")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void a_service_that_kafka_refuses_starts_and_says_so_and_not_that_kafka_is_away(
            CapturedOutput output) {
        journal.prepare();
        var client = GuardedKafka.shared().clients("grant-service", "guessed");
        var settings =
                client.entrySet().stream()
                        .map(
                                one ->
                                        "spring.kafka.properties."
                                                + one.getKey()
                                                + "="
                                                + one.getValue())
                        .toArray(String[]::new);

        service.withPropertyValues(settings)
                .run(
                        context -> {
                            assertThat(context).hasNotFailed();
                            assertThat(
                                            registry.get("homeward.alarms")
                                                    .tag("kind", "kafka-refused")
                                                    .counter()
                                                    .count())
                                    .isEqualTo(1);
                        });
        assertThat(output)
                .contains("Kafka refuses this service")
                .contains("SaslAuthenticationException")
                .doesNotContain("does not answer");
    }

    @Test
    void a_service_starts_while_the_broker_is_away(CapturedOutput output) {
        journal.prepare();
        service.withPropertyValues("spring.kafka.bootstrap-servers=127.0.0.1:1")
                .run(
                        context -> {
                            assertThat(context).hasNotFailed();
                            journal.commit(thing, "one");
                            context.getBean(CommitListener.class).committed(Set.of(shard()));
                            assertThat(journal.pending()).isEqualTo(1);
                        });
        assertThat(output).contains("Kafka does not answer").doesNotContain("refuses");
    }
}

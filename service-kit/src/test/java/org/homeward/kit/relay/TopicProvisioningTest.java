package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.relay.TopicProvisioning.Outcome;
import org.homeward.kit.test.GuardedKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicProvisioningTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2"})
    void an_event_counts_as_sent_when_more_than_one_of_several_brokers_has_it(
            short replication, String inSync) {
        var settings = new RelaySettings(List.of("homeward.a.v1"), List.of(), replication);
        var provisioning =
                new TopicProvisioning(
                        settings,
                        () -> {
                            throw new IllegalStateException("nobody is asked");
                        },
                        new Alarms(new SimpleMeterRegistry(), false));

        assertThat(provisioning.wanted())
                .hasSize(2)
                .allSatisfy(
                        topic ->
                                assertThat(topic.configs())
                                        .containsEntry(
                                                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync));
    }

    @Test
    void that_kafka_refuses_is_an_alarm_once_until_it_does_not_any_more() throws Exception {
        var kafka = GuardedKafka.shared();
        var wrong = kafka.clients("grant-service", "guessed");
        var asked = new Asked(wrong);
        var provisioning = asked.provisioning();

        assertThat(provisioning.provide()).isEqualTo(Outcome.REFUSED);
        assertThat(provisioning.provide()).isEqualTo(Outcome.REFUSED);
        assertThat(asked.alarms()).isEqualTo(1);
        asked.client = kafka.clients("grant-service");
        assertThat(provisioning.provide()).isEqualTo(Outcome.PROVIDED);
        asked.client = wrong;
        assertThat(provisioning.provide()).isEqualTo(Outcome.REFUSED);
        assertThat(asked.alarms()).isEqualTo(2);
    }

    @Test
    void a_right_that_is_missing_is_refused_as_a_wrong_password_is() throws Exception {
        var asked = new Asked(GuardedKafka.shared().clients(GuardedKafka.NOBODY));

        assertThat(asked.provisioning().provide()).isEqualTo(Outcome.REFUSED);
        assertThat(asked.alarms()).isEqualTo(1);
    }

    @Test
    void a_kafka_that_is_away_refuses_nobody() throws Exception {
        var asked =
                new Asked(
                        Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 1000));

        assertThat(asked.provisioning().provide()).isEqualTo(Outcome.AWAY);
        assertThat(asked.alarms()).isZero();
    }

    /** A service that asks for the topic of grants as this client. */
    private static final class Asked {

        private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
        private Map<String, Object> client;

        Asked(Map<String, Object> client) {
            this.client = client;
        }

        TopicProvisioning provisioning() {
            return new TopicProvisioning(
                    new RelaySettings(List.of("homeward.grant.v1"), List.of(), (short) 1),
                    () -> Admin.create(client),
                    new Alarms(registry, false));
        }

        double alarms() {
            return registry.counter("homeward.alarms", "kind", "kafka-refused").count();
        }
    }
}

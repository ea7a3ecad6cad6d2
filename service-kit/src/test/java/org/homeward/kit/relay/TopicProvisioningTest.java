package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.homeward.kit.observe.Alarms;
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
}

package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.contracts.Partitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of the test's own, which is killed. */
class KafkaAwayTest {

    @Test
    void while_the_broker_is_away_nothing_is_lost_and_the_leases_stay(@TempDir Path folder) {
        try (var kafka = KafkaProcess.start(KafkaOptions.in(folder));
                var rig = new Rig(kafka.bootstrapServers())) {
            var things = Stream.generate(UUID::randomUUID).limit(20).toList();
            var node = rig.started();
            things.forEach(thing -> rig.journal.commit(thing, "before"));
            await().atMost(Duration.ofSeconds(30)).until(() -> rig.journal.pending() == 0);

            kafka.kill9();
            things.forEach(thing -> rig.journal.commit(thing, "meanwhile"));
            things.forEach(thing -> rig.journal.commit(thing, "meanwhile"));
            await().during(Duration.ofSeconds(8))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> node.leases.held().size() == Partitions.COUNT);
            assertThat(rig.journal.pending()).isEqualTo(40);
            kafka.restart();

            await().atMost(Duration.ofSeconds(60)).until(() -> rig.journal.pending() == 0);
            assertThat(things)
                    .allSatisfy(
                            thing ->
                                    assertThat(rig.arrived(thing).stream().distinct())
                                            .isEqualTo(List.of(1L, 2L, 3L)));
            assertThat(node.aside.list(1)).isEmpty();
        }
    }
}

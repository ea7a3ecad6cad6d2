package org.homeward.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @Test
    void an_option_comes_before_the_environment_and_that_before_the_standard() {
        Map<String, String> environment =
                Map.of("HOMEWARD_PORT_STORY", "9083", "HOMEWARD_PORT_GRANT", "9082");

        Ports ports = Ports.of(Map.of(Port.STORY, 7083), environment, null);

        assertThat(ports.get(Port.STORY)).isEqualTo(7083);
        assertThat(ports.get(Port.GRANT)).isEqualTo(9082);
        assertThat(ports.get(Port.MAIL)).isEqualTo(8025);
        assertThat(ports.management(Port.STORY)).isEqualTo(7183);
    }

    @Test
    void later_commands_find_the_ports_of_the_running_system(@TempDir Path directory) {
        Path file = directory.resolve("ports");
        Ports.of(Map.of(Port.KAFKA, 7092), Map.of(), null).save(file);

        Ports later = Ports.of(Map.of(), Map.of(), Ports.saved(file));

        assertThat(later.get(Port.KAFKA)).isEqualTo(7092);
    }

    @Test
    void what_is_no_port_is_refused_by_the_name_of_its_setting() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Ports.of(Map.of(), Map.of("HOMEWARD_PORT_SMTP", "mail"), null))
                .withMessageContaining("HOMEWARD_PORT_SMTP");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Ports.of(Map.of(Port.KAFKA_CONTROLLER, 0), Map.of(), null))
                .withMessageContaining("--port-kafka-controller");
    }

    @Test
    void a_number_that_two_would_listen_at_is_refused_by_the_names_of_both() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Ports.of(Map.of(Port.SMTP, 8025), Map.of(), null))
                .withMessageContainingAll("8025", "HOMEWARD_PORT_SMTP", "HOMEWARD_PORT_MAIL");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Ports.of(Map.of(Port.MAIL, 8181), Map.of(), null))
                .withMessageContainingAll("8181", "HOMEWARD_PORT_BENEFICIARY");
    }
}

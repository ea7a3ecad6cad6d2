package org.homeward.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DetoursTest {

    private final Ports ports = Ports.of(Map.of(), Map.of(), null);

    @Test
    void services_go_straight_where_no_detour_is_named() {
        var detours = new Detours(Map.of("HOMEWARD_VIA_KAFKA", "7092"));

        assertThat(detours.to(Port.KAFKA, ports)).isEqualTo(7092);
        assertThat(detours.to(Port.MONGODB, ports)).isEqualTo(27117);
    }

    @Test
    void what_is_no_port_is_refused_by_the_name_of_its_setting() {
        var detours = new Detours(Map.of("HOMEWARD_VIA_SMTP", "post"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> detours.to(Port.SMTP, ports))
                .withMessageContaining("HOMEWARD_VIA_SMTP");
    }
}

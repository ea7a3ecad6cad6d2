package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.IntStream;
import org.homeward.kit.observe.Alarms;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private boolean sound;
    private final Repeated work =
            new Repeated(
                    "relay-leases",
                    new Alarms(registry, false),
                    () -> {
                        if (sound) {
                            return 0;
                        }
                        throw new NoClassDefFoundError("missing");
                    });

    @Test
    void what_fails_now_and_then_is_no_alarm() {
        run(Repeated.MANY - 1);
        sound = true;
        run(1);
        sound = false;
        run(Repeated.MANY - 1);

        assertThat(alarms()).isZero();
    }

    @Test
    void what_keeps_failing_is_one_alarm_until_it_has_recovered() {
        run(Repeated.MANY * 3);
        assertThat(alarms()).isEqualTo(1);

        sound = true;
        run(1);
        sound = false;
        run(Repeated.MANY);
        assertThat(alarms()).isEqualTo(2);
    }

    private void run(int times) {
        IntStream.range(0, times).forEach(_ -> work.run());
    }

    private double alarms() {
        return registry.counter("homeward.alarms", "kind", "relay-leases").count();
    }
}

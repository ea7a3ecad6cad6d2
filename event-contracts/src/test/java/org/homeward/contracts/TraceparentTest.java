package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

    @Test
    void a_fresh_trace_is_valid_and_no_other() {
        var random = new SecureRandom();

        assertThat(Stream.generate(() -> Traceparent.fresh(random)).limit(1_000))
                .allMatch(Traceparent::isValid)
                .doesNotHaveDuplicates();
    }

    @Test
    void it_is_valid_even_where_chance_gives_nothing_but_zeros() {
        RandomGenerator zeros = () -> 0;

        assertThat(Traceparent.isValid(Traceparent.fresh(zeros))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-else"
            })
    void what_the_standard_forbids_is_no_traceparent(String text) {
        assertThat(Traceparent.isValid(text)).isFalse();
    }
}

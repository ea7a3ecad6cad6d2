package org.homeward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void goes_on_while_loops_get_faster_and_ends_after_two_that_do_not() {
        assertThat(loops(20, 100.0, 200.0, 300.0, 305.0, 301.0, 900.0)).isEqualTo(5);
    }

    @Test
    void one_slow_loop_between_faster_ones_does_not_end_it() {
        assertThat(loops(20, 100.0, 200.0, 150.0, 260.0, 250.0, 255.0, 900.0)).isEqualTo(6);
    }

    @Test
    void what_never_settles_is_bounded() {
        assertThat(loops(3, 100.0, 200.0, 400.0, 800.0)).isEqualTo(3);
    }

    private static int loops(int most, Double... rates) {
        var left = List.of(rates).iterator();
        return WarmUp.loops(left::next, most);
    }
}

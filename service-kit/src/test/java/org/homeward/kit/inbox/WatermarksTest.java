package org.homeward.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatermarksTest {

    private static final String TOPIC = "homeward.consent.v1";

    // near the end of its range, where a comparison instead of a difference goes wrong
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final Watermarks watermarks = new Watermarks(nanos::get);

    @Test
    void a_partition_that_was_never_heard_of_is_not_current() {
        assertThat(watermarks.reachedBy(TOPIC, 3, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void a_partition_is_current_when_its_last_offset_is_read() {
        watermarks.hear(new Watermark(TOPIC, 3, 41, 0), 1);

        assertThat(watermarks.reachedBy(TOPIC, 3, 42)).isTrue();
        assertThat(watermarks.reachedBy(TOPIC, 3, 41)).isFalse();
        assertThat(watermarks.reachedBy(TOPIC, 4, 42)).isFalse();
        assertThat(watermarks.reachedBy("homeward.story.v1", 3, 42)).isFalse();
    }

    @Test
    void an_empty_partition_is_current_for_who_has_read_nothing() {
        watermarks.hear(new Watermark(TOPIC, 3, -1, 0), 1);

        assertThat(watermarks.reachedBy(TOPIC, 3, 0)).isTrue();
    }

    @Test
    void a_watermark_lasts_fifteen_seconds() {
        watermarks.hear(new Watermark(TOPIC, 3, 41, 0), 1);

        nanos.addAndGet(Duration.ofSeconds(15).toNanos());
        assertThat(watermarks.reachedBy(TOPIC, 3, 42)).isTrue();

        nanos.addAndGet(1);
        assertThat(watermarks.reachedBy(TOPIC, 3, 42)).isFalse();
    }

    @Test
    void nothing_is_current_while_an_event_waits_for_five_seconds_to_be_sent() {
        watermarks.hear(new Watermark(TOPIC, 3, 41, 4_999), 1);
        assertThat(watermarks.reachedBy(TOPIC, 3, 42)).isTrue();

        watermarks.hear(new Watermark(TOPIC, 3, 41, 5_000), 1);
        assertThat(watermarks.reachedBy(TOPIC, 3, 42)).isFalse();

        watermarks.hear(new Watermark(TOPIC, 3, 42, 0), 1);
        assertThat(watermarks.reachedBy(TOPIC, 3, 43)).isTrue();
    }

    @Test
    void a_relay_that_was_replaced_is_not_believed() {
        watermarks.hear(new Watermark(TOPIC, 3, 50, 0), 2);

        watermarks.hear(new Watermark(TOPIC, 3, 41, 0), 1);

        assertThat(watermarks.reachedBy(TOPIC, 3, 42)).isFalse();
        assertThat(watermarks.reachedBy(TOPIC, 3, 51)).isTrue();
    }

    @Test
    void leases_that_begin_anew_are_believed_when_the_old_watermark_has_run_out() {
        watermarks.hear(new Watermark(TOPIC, 3, 50, 0), 9);
        nanos.addAndGet(Duration.ofSeconds(16).toNanos());

        watermarks.hear(new Watermark(TOPIC, 3, 41, 0), 1);

        assertThat(watermarks.reachedBy(TOPIC, 3, 42)).isTrue();
    }
}

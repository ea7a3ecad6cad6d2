package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.relay.Backlog.Acknowledged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R4: what may be marked, by whom and when. Each guard is tested without the others. */
class MarksTest {

    private final Rig rig = new Rig();
    private final AtomicLong nanos = new AtomicLong();
    private final Node node = rig.node(nanos::get, Clock.systemUTC());
    private final Marks marks =
            new Marks(
                    node.leases,
                    node.backlog,
                    node.aside,
                    new Lanes(),
                    new RelayMetrics(node.registry),
                    new Alarms(node.registry, true),
                    nanos::get);
    private final UUID thing = UUID.randomUUID();

    @BeforeEach
    void holdEverything() {
        node.leases.tick();
        rig.journal.commit(thing, "one");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Pending pending() {
        return node.backlog.read(node.leases.held().keySet(), Set.of()).entries().getFirst();
    }

    @Test
    void what_was_acknowledged_under_a_lease_that_is_held_is_marked() {
        marks.settle(pending(), 1, 0);

        marks.write();

        assertThat(rig.journal.pending()).isZero();
    }

    @Test
    void whoever_slept_past_its_lease_between_acknowledgement_and_mark_marks_nothing() {
        marks.settle(pending(), 1, 0);
        nanos.addAndGet(Leases.FENCE.toNanos());

        marks.write();

        assertThat(rig.journal.pending()).isEqualTo(1);
        assertThat(marks.isEmpty()).isTrue();
    }

    @Test
    void what_was_sent_under_an_earlier_epoch_is_not_marked_under_a_later_one() {
        marks.settle(pending(), 0, 0);

        marks.write();

        assertThat(rig.journal.pending()).isEqualTo(1);
    }

    @Test
    void what_is_acknowledged_and_not_marked_yet_is_known_under_its_lease_and_stamp_only() {
        var before = pending();
        marks.settle(before, 1, 0);

        assertThat(marks.has(pending(), 1)).isTrue();
        assertThat(marks.has(pending(), 2)).isFalse();
        node.aside.hold(List.of(before), "test");
        node.aside.release(thing);
        assertThat(marks.has(pending(), 1)).isFalse();
    }

    @Test
    void what_was_made_pending_again_meanwhile_stays_pending() {
        var before = pending();
        node.aside.hold(List.of(before), "test");
        node.aside.release(thing);

        int settled = node.backlog.settle(List.of(new Acknowledged(before, 1, 0)));

        assertThat(settled).isZero();
        assertThat(rig.journal.pending()).isEqualTo(1);
    }
}

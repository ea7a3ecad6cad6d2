package org.homeward.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.homeward.kit.inbox.Position.Why;
import org.homeward.kit.inbox.Verdict.Apply;
import org.homeward.kit.inbox.Verdict.Behind;
import org.homeward.kit.inbox.Verdict.Contradiction;
import org.homeward.kit.inbox.Verdict.Gap;
import org.homeward.kit.inbox.Verdict.Outdated;
import org.homeward.kit.inbox.Verdict.Repeat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Position UNSEEN = Position.unseen("/thing/1");
    private static final Position AT_5 = UNSEEN.after(2, 5, "five");

    @Test
    void the_first_event_of_an_aggregate_is_applied_whatever_its_epoch() {
        assertThat(Verdict.on(UNSEEN, 0, 1, "h")).isEqualTo(new Apply(0));
        assertThat(Verdict.on(UNSEEN, 7, 1, "h")).isEqualTo(new Apply(0));
    }

    @Test
    void an_aggregate_that_begins_later_than_with_its_first_event_has_a_gap() {
        assertThat(Verdict.on(UNSEEN, 1, 4, "h")).isEqualTo(new Gap(3));
    }

    @Test
    void the_next_event_is_applied() {
        assertThat(Verdict.on(AT_5, 2, 6, "six")).isEqualTo(new Apply(0));
    }

    @Test
    void an_older_or_equal_event_is_a_repeat() {
        assertThat(Verdict.on(AT_5, 2, 5, "five")).isEqualTo(new Repeat());
        assertThat(Verdict.on(AT_5, 2, 1, "any")).isEqualTo(new Repeat());
    }

    @Test
    void another_event_in_the_place_of_the_last_is_a_contradiction() {
        assertThat(Verdict.on(AT_5, 2, 5, "other")).isEqualTo(new Contradiction());
    }

    @Test
    void a_gap_says_how_many_are_missing() {
        assertThat(Verdict.on(AT_5, 2, 7, "h")).isEqualTo(new Gap(1));
        assertThat(Verdict.on(AT_5, 3, 9, "h")).isEqualTo(new Gap(3));
    }

    @Test
    void a_restored_sender_goes_on_at_any_place_up_to_the_next() {
        assertThat(Verdict.on(AT_5, 3, 6, "h")).isEqualTo(new Apply(0));
        assertThat(Verdict.on(AT_5, 3, 5, "h")).isEqualTo(new Apply(1));
        assertThat(Verdict.on(AT_5, 9, 1, "h")).isEqualTo(new Apply(5));
    }

    @Test
    void an_event_from_before_a_restore_is_outdated() {
        assertThat(Verdict.on(AT_5, 1, 6, "h")).isEqualTo(new Outdated());
        assertThat(Verdict.on(AT_5, 1, 5, "five")).isEqualTo(new Outdated());
    }

    @Test
    void what_fills_a_gap_is_applied_although_later_events_are_parked() {
        Position gap = AT_5.blocked(Why.GAP, Instant.EPOCH);

        assertThat(Verdict.on(gap, 2, 6, "h")).isEqualTo(new Apply(0));
        assertThat(Verdict.on(gap, 3, 4, "h")).isEqualTo(new Apply(2));
        assertThat(Verdict.on(gap, 2, 7, "h")).isEqualTo(new Behind());
    }

    @Test
    void behind_a_failed_event_everything_waits() {
        Position failed = AT_5.blocked(Why.FAILED, Instant.EPOCH);

        assertThat(Verdict.on(failed, 2, 6, "h")).isEqualTo(new Behind());
        assertThat(Verdict.on(failed, 2, 7, "h")).isEqualTo(new Behind());
        assertThat(Verdict.on(failed, 3, 4, "h")).isEqualTo(new Behind());
    }

    @Test
    void every_place_has_one_verdict_that_follows_from_the_rules() {
        for (@Nullable Why why : new @Nullable Why[] {null, Why.GAP, Why.FAILED, Why.REPAIRED}) {
            Position last = why == null ? AT_5 : AT_5.blocked(why, Instant.EPOCH);
            for (long epoch = 0; epoch <= 4; epoch++) {
                for (long sequence = 1; sequence <= 9; sequence++) {
                    Verdict verdict = Verdict.on(last, epoch, sequence, "other");

                    boolean reachable = epoch > 2 ? sequence <= 6 : epoch == 2 && sequence == 6;
                    boolean known = epoch < 2 || (epoch == 2 && sequence <= 5);
                    boolean mayPass = why == null || why == Why.GAP;
                    assertThat(verdict instanceof Apply)
                            .as("%s %s/%s", why, epoch, sequence)
                            .isEqualTo(reachable && mayPass);
                    assertThat(verdict instanceof Gap || verdict instanceof Behind)
                            .as("%s %s/%s waits", why, epoch, sequence)
                            .isEqualTo(!known && !(reachable && mayPass));
                    assertThat(verdict instanceof Gap)
                            .isEqualTo(!known && !reachable && why == null);
                }
            }
        }
    }
}

package org.homeward.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.delivery.Deliveries.QUEUED_AT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.contracts.notification.NotificationFailed;
import org.homeward.notification.delivery.Delivery.Delivered;
import org.homeward.notification.delivery.Delivery.Failed;
import org.homeward.notification.delivery.Delivery.Obstacle;
import org.homeward.notification.delivery.Delivery.Queued;
import org.homeward.notification.delivery.Delivery.Reason;
import org.homeward.notification.delivery.Delivery.Suppressed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {

    private static final Instant NOW = QUEUED_AT.plusSeconds(60);

    @Test
    void it_is_due_at_once() {
        assertThat(Deliveries.aboutAStory().isDue(QUEUED_AT)).isTrue();
    }

    @Test
    void while_somebody_sends_it_nobody_else_does() {
        var claimed = Deliveries.claimed(1, NOW);

        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.isDue(NOW.plus(Delivery.LEASE).minusMillis(1))).isFalse();
    }

    @Test
    void who_died_while_sending_leaves_it_to_the_next() {
        assertThat(Deliveries.claimed(1, NOW).isDue(NOW.plus(Delivery.LEASE))).isTrue();
    }

    @Test
    void that_it_was_taken_is_told() {
        var claimed = Deliveries.claimed(2, NOW);

        var delivered = claimed.delivered("v", NOW);

        assertThat(delivered.state())
                .isEqualTo(new Delivered(claimed.id(), claimed.message(), 2, "v", NOW));
        assertThat(delivered.events())
                .containsExactly(
                        new NotificationDelivered(
                                claimed.id(),
                                DeliveryChannel.EMAIL,
                                "homeward.story.published.v1"));
    }

    @Test
    void that_it_was_given_up_is_told() {
        var claimed = Deliveries.claimed(1, NOW);

        var failed = claimed.failed(Reason.REFUSED, NOW);

        assertThat(failed.state())
                .isEqualTo(new Failed(claimed.id(), claimed.message(), 1, Reason.REFUSED, NOW));
        assertThat(failed.events())
                .containsExactly(
                        new NotificationFailed(
                                claimed.id(),
                                DeliveryChannel.EMAIL,
                                "homeward.story.published.v1"));
    }

    @Test
    void that_it_was_not_to_be_sent_is_kept_but_not_told() {
        var claimed = Deliveries.claimed(1, NOW);

        var suppressed = claimed.suppressed(Reason.OUT_OF_SCOPE, NOW);

        assertThat(suppressed.state())
                .isEqualTo(
                        new Suppressed(
                                claimed.id(), claimed.message(), 1, Reason.OUT_OF_SCOPE, NOW));
        assertThat(suppressed.events()).isEmpty();
    }

    @Test
    void what_is_heard_of_too_late_is_given_up_at_once_and_told() {
        var story = Deliveries.aboutAStory();
        var late = Delivery.tooLate(story.id(), story.message(), NOW);

        assertThat(late.state())
                .isEqualTo(new Failed(story.id(), story.message(), 0, Reason.TOO_LATE, NOW));
        assertThat(late.events())
                .containsExactly(
                        new NotificationFailed(
                                story.id(), DeliveryChannel.EMAIL, "homeward.story.published.v1"));
    }

    @Test
    void an_opening_that_was_not_told_is_noticed_whatever_the_reason() {
        var claimed = Deliveries.claimed(Deliveries.aboutAnOpening(), 1, NOW);

        assertThat(claimed.failed(Reason.REFUSED, NOW).state().leavesOpeningUnheard()).isTrue();
        assertThat(claimed.suppressed(Reason.NOT_SUBSCRIBED, NOW).state().leavesOpeningUnheard())
                .isTrue();
        assertThat(claimed.leavesOpeningUnheard()).isFalse();
        assertThat(claimed.delivered("v", NOW).state().leavesOpeningUnheard()).isFalse();
        assertThat(
                        Deliveries.claimed(1, NOW)
                                .failed(Reason.REFUSED, NOW)
                                .state()
                                .leavesOpeningUnheard())
                .isFalse();
    }

    @Test
    void pauses_grow_four_times_up_to_what_the_standard_asks_for() {
        var pauses =
                IntStream.rangeClosed(1, 8)
                        .mapToObj(attempts -> Obstacle.NOT_YET.pause(attempts, 1).toSeconds())
                        .toList();

        assertThat(pauses).isEqualTo(List.of(2L, 8L, 32L, 128L, 512L, 1800L, 1800L, 1800L));
    }

    @Test
    void what_all_messages_wait_for_is_looked_for_every_minute() {
        assertThat(Obstacle.AWAY.pause(1000, 1)).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void half_of_a_pause_is_chance(Obstacle obstacle) {
        assertThat(obstacle.pause(3, 0)).isEqualTo(obstacle.pause(3, 1).dividedBy(2));
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void an_obstacle_only_postpones_it_however_often(Obstacle obstacle) {
        var claimed = Deliveries.claimed(5000, NOW);

        var postponed = claimed.postponed(obstacle, 1, Duration.ZERO, NOW);

        assertThat(postponed.state())
                .isInstanceOfSatisfying(
                        Queued.class, queued -> assertThat(queued.due()).isAfter(NOW));
        assertThat(postponed.events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void after_five_days_it_is_given_up(Obstacle obstacle) {
        var late = QUEUED_AT.plus(Duration.ofDays(5));
        var claimed = Deliveries.claimed(9, late);

        assertThat(claimed.postponed(obstacle, 1, Duration.ZERO, late).state())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.TOO_LATE));
    }

    @Test
    void who_asks_for_a_rest_gets_it_if_it_is_longer_than_the_pause() {
        var claimed = Deliveries.claimed(1, NOW);

        assertThat(due(claimed, Duration.ofMinutes(10))).isEqualTo(NOW.plusSeconds(600));
        assertThat(due(claimed, Duration.ofSeconds(1))).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void of_what_is_for_a_beneficiary_the_topic_of_messages_tells_nothing() {
        var claimed = Deliveries.claimed(Deliveries.toABeneficiary(), 1, NOW);

        assertThat(claimed.delivered("v", NOW).events()).isEmpty();
        assertThat(claimed.failed(Reason.REFUSED, NOW).events()).isEmpty();
    }

    @Test
    void of_a_post_the_topic_of_messages_tells_nothing() {
        var claimed = Deliveries.claimed(Deliveries.toAWebhook(), 1, NOW);

        assertThat(claimed.delivered("v", NOW).events()).isEmpty();
        assertThat(claimed.failed(Reason.TOO_LATE, NOW).events()).isEmpty();
    }

    @Test
    void what_was_posted_or_given_up_can_be_posted_again_and_has_its_time_anew() {
        var claimed = Deliveries.claimed(Deliveries.toAWebhook(), 3, NOW);
        var later = NOW.plus(Duration.ofDays(30));
        var again = new Queued(claimed.id(), claimed.message(), 0, later, later);

        assertThat(((Delivered) claimed.delivered("v", NOW).state()).again(later).state())
                .isEqualTo(again);
        assertThat(((Failed) claimed.failed(Reason.TOO_LATE, NOW).state()).again(later).state())
                .isEqualTo(again);
    }

    @Test
    void a_posts_patience_begins_anew_when_its_webhook_is_resumed() {
        var resumed = QUEUED_AT.plus(Duration.ofDays(9));
        var last = resumed.plus(Duration.ofDays(5));
        var claimed = Deliveries.claimed(Deliveries.toAWebhook(), 1, resumed);

        assertThat(after(claimed.patientFrom(resumed), last.minusMillis(1)))
                .isInstanceOf(Queued.class);
        assertThat(after(claimed.patientFrom(resumed), last)).isInstanceOf(Failed.class);
    }

    @Test
    void a_webhook_that_was_resumed_before_shortens_nobodys_patience() {
        var claimed = Deliveries.claimed(1, NOW);

        assertThat(claimed.patientFrom(QUEUED_AT.minusSeconds(1))).isEqualTo(claimed);
    }

    private static Delivery after(Queued claimed, Instant now) {
        return claimed.postponed(Obstacle.NOT_YET, 1, Duration.ZERO, now).state();
    }

    private static Instant due(Queued claimed, Duration rest) {
        return ((Queued) claimed.postponed(Obstacle.NOT_YET, 1, rest, NOW).state()).due();
    }
}

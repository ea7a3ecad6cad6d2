package org.homeward.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.notification.WebhookPauseReason;
import org.homeward.contracts.notification.WebhookPaused;
import org.homeward.kit.web.StateConflict;
import org.homeward.notification.webhook.Webhook.Active;
import org.homeward.notification.webhook.Webhook.Paused;
import org.homeward.notification.webhook.Webhook.Registered;
import org.homeward.notification.webhook.Webhook.Removed;
import org.homeward.notification.webhook.Webhook.Unconfirmed;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final UUID ID = UUID.fromString("1d0a7c66-5f0e-4b52-9d6f-0f3a4a3c8e21");
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    private static final Set<String> EVENTS = Set.of("homeward.story.published.v1");

    private final Unconfirmed registered =
            (Unconfirmed)
                    Webhook.register(ID, "https://hooks.example/", EVENTS, "whsec_1", "akbar")
                            .state();
    private final Active webhook = (Active) registered.confirm("zarina", NOW).state();

    @Test
    void another_than_who_registered_it_confirms_it() {
        assertThatExceptionOfType(AnotherConfirms.class)
                .isThrownBy(() -> registered.confirm("akbar", NOW));

        assertThat(registered.confirm("zarina", NOW).state())
                .isEqualTo(new Active(ID, registered.endpoint(), NOW, null));
    }

    @Test
    void another_secret_confirms_nothing() {
        assertThat(registered.rotate("whsec_2", NOW).state()).isInstanceOf(Unconfirmed.class);
        assertThat(registered.revoke("whsec_2").state()).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void the_secret_before_signs_beside_the_new_one_for_a_day() {
        var rotated = (Active) webhook.rotate("whsec_2", NOW).state();

        assertThat(signing(rotated, NOW.plus(Duration.ofHours(24)).minusMillis(1)))
                .containsExactly("whsec_2", "whsec_1");
        assertThat(signing(rotated, NOW.plus(Duration.ofHours(24)))).containsExactly("whsec_2");
    }

    @Test
    void a_second_rotation_shortens_and_prolongs_no_other() {
        var hour = Duration.ofHours(1);
        var once = (Active) webhook.rotate("whsec_2", NOW).state();
        var twice = (Active) once.rotate("whsec_3", NOW.plus(hour)).state();

        assertThat(signing(twice, NOW.plus(hour))).containsExactly("whsec_3", "whsec_2", "whsec_1");
        assertThat(signing(twice, NOW.plus(Duration.ofHours(24))))
                .containsExactly("whsec_3", "whsec_2");
        assertThat(signing(twice, NOW.plus(Duration.ofHours(25)))).containsExactly("whsec_3");
    }

    @Test
    void what_signs_no_more_is_dropped_at_the_next_rotation() {
        var once = (Active) webhook.rotate("whsec_2", NOW).state();
        var twice = (Active) once.rotate("whsec_3", NOW.plus(Duration.ofDays(2))).state();

        assertThat(twice.endpoint().keys()).hasSize(2);
    }

    @Test
    void who_takes_nothing_for_three_days_is_paused_and_that_is_told() {
        var failing = (Active) webhook.hasRefused(NOW).orElseThrow().state();
        var days = NOW.plus(Duration.ofDays(3));

        assertThat(failing.hasRefused(days.minusMillis(1))).isEmpty();
        var paused = failing.hasRefused(days).orElseThrow();

        assertThat(paused.state())
                .isEqualTo(new Paused(ID, webhook.endpoint(), WebhookPauseReason.FAILING, days));
        assertThat(paused.events())
                .containsExactly(new WebhookPaused(ID, WebhookPauseReason.FAILING));
    }

    @Test
    void one_message_that_is_taken_ends_the_count() {
        var failing = (Active) webhook.hasRefused(NOW).orElseThrow().state();

        var well = (Active) failing.hasTaken().orElseThrow().state();

        assertThat(well).isEqualTo(webhook);
        assertThat(well.hasTaken()).isEmpty();
    }

    @Test
    void who_is_resumed_begins_anew() {
        var failing = (Active) webhook.hasRefused(NOW).orElseThrow().state();
        var paused = (Paused) failing.pause(WebhookPauseReason.BY_ADMINISTRATOR, NOW).state();

        var resumed = paused.resume(NOW.plusSeconds(60));

        assertThat(resumed.state())
                .isEqualTo(new Active(ID, webhook.endpoint(), NOW.plusSeconds(60), null));
        assertThat(resumed.events()).isEmpty();
    }

    @Test
    void a_secret_is_rotated_while_it_is_paused_too() {
        var paused = (Paused) webhook.pause(WebhookPauseReason.BY_ADMINISTRATOR, NOW).state();

        var rotated = (Paused) paused.rotate("whsec_2", NOW).state();

        assertThat(signing(rotated, NOW)).containsExactly("whsec_2", "whsec_1");
    }

    @Test
    void a_secret_that_was_revoked_ends_at_once_with_all_before_it() {
        var rotated = (Active) webhook.rotate("whsec_2", NOW).state();

        var revoked = (Active) rotated.revoke("whsec_3").state();

        assertThat(revoked.endpoint().keys()).hasSize(1);
        assertThat(signing(revoked, NOW)).containsExactly("whsec_3");
    }

    @Test
    void a_secret_is_revoked_while_it_is_paused_too_and_it_stays_paused() {
        var paused = (Paused) webhook.pause(WebhookPauseReason.BY_ADMINISTRATOR, NOW).state();

        var revoked = (Paused) paused.revoke("whsec_2").state();

        assertThat(signing(revoked, NOW)).containsExactly("whsec_2");
    }

    @Test
    void one_period_is_replayed_at_a_time() {
        var replaying = (Active) webhook.replay(NOW, NOW.plusSeconds(60)).state();

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> replaying.replay(NOW, NOW.plusSeconds(60)));
        assertThat(replaying.replaying(null).state()).isEqualTo(webhook);
    }

    @Test
    void of_what_is_removed_nothing_is_left_but_its_id() {
        assertThat(webhook.remove().state()).isEqualTo(new Removed(ID));
    }

    @Test
    void neither_address_nor_secret_is_in_any_text() {
        assertThat(webhook.toString()).doesNotContain("hooks.example", "whsec");
    }

    private static List<String> signing(Registered webhook, Instant now) {
        return webhook.endpoint().signing(now).stream().map(key -> key.secret().open()).toList();
    }
}

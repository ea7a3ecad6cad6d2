package org.homeward.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.subscription.Colleagues.SHAHRITUS;
import static org.homeward.notification.subscription.Colleagues.SUBSCRIBED;
import static org.homeward.notification.subscription.Occasion.GRANT_APPROVED;
import static org.homeward.notification.subscription.Occasion.STORY_PUBLISHED;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.homeward.kit.security.Actor;
import org.homeward.notification.subscription.Subscription.Active;
import org.homeward.notification.subscription.Subscription.Choice;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final Instant LATER = SUBSCRIBED.plus(Duration.ofDays(3));

    @Test
    void a_role_decides_what_one_can_hear_of() {
        var caseWorker = Colleagues.subscriber(Set.of("case-worker"), "umed", Set.of("*"));

        assertThat(caseWorker.wants(GRANT_APPROVED)).isTrue();
        assertThat(caseWorker.wants(STORY_PUBLISHED)).isFalse();
    }

    @Test
    void nobody_hears_of_what_she_did_not_choose() {
        var actor = Colleagues.actor(Set.of("grant-officer"), "mission", Set.of("*"));
        var choice = new Choice(Set.of(Occasion.APPLICATION_REJECTED), "en", Pace.DAILY);
        var active =
                (Active)
                        Subscription.subscribe(
                                        Subscription.idOf(actor),
                                        actor,
                                        "a@b.example",
                                        choice,
                                        SUBSCRIBED)
                                .state();

        assertThat(active.wants(GRANT_APPROVED)).isFalse();
    }

    @Test
    void a_case_worker_hears_of_her_own_organisation_only() {
        var hers = Colleagues.subscriber(Set.of("case-worker"), "umed", Set.of("*"));
        var others = Colleagues.subscriber(Set.of("case-worker"), "nur", Set.of("*"));

        assertThat(hers.covers(GRANT_APPROVED, SHAHRITUS)).isTrue();
        assertThat(others.covers(GRANT_APPROVED, SHAHRITUS)).isFalse();
    }

    @Test
    void a_grant_officer_hears_of_all_organisations() {
        var officer = Colleagues.subscriber(Set.of("grant-officer"), "mission", Set.of("*"));

        assertThat(officer.covers(GRANT_APPROVED, SHAHRITUS)).isTrue();
    }

    @Test
    void a_wider_role_does_not_widen_another() {
        var both = Colleagues.subscriber(Set.of("case-worker", "story-editor"), "nur", Set.of("*"));

        assertThat(both.covers(GRANT_APPROVED, SHAHRITUS)).isFalse();
    }

    @Test
    void districts_bind_every_role() {
        var here =
                Colleagues.subscriber(
                        Set.of("grant-officer"), "mission", Set.of("TJ-KT-SHAHRITUS"));
        var there = Colleagues.subscriber(Set.of("grant-officer"), "mission", Set.of("TJ-SU-AYNI"));

        assertThat(here.covers(GRANT_APPROVED, SHAHRITUS)).isTrue();
        assertThat(there.covers(GRANT_APPROVED, SHAHRITUS)).isFalse();
    }

    @Test
    void a_renewal_keeps_the_choice_and_takes_roles_and_scope_from_the_token() {
        var before = Colleagues.subscriber(Set.of("grant-officer"), "mission", Set.of("*"));
        var token = Colleagues.actor(Set.of("story-editor"), "nur", Set.of("TJ-SU-AYNI"));

        var after = (Active) before.renew(token, "new@mission.example", LATER).state();

        assertThat(after.occasions()).isEqualTo(before.occasions());
        assertThat(after.pace()).isEqualTo(before.pace());
        assertThat(after.roles()).containsExactly("story-editor");
        assertThat(after.organisation()).isEqualTo("nur");
        assertThat(after.districts()).containsExactly("TJ-SU-AYNI");
        assertThat(after.address().open()).isEqualTo("new@mission.example");
    }

    @Test
    void who_does_not_log_in_any_more_falls_silent_and_a_log_in_begins_anew() {
        var before = Colleagues.subscriber(Set.of("grant-officer"), "mission", Set.of("*"));
        var token = Colleagues.actor(Set.of("grant-officer"), "mission", Set.of("*"));
        var after = (Active) before.renew(token, "new@mission.example", LATER).state();
        var month = Duration.ofDays(30);

        assertThat(before.silentFrom(month, null)).isEqualTo(SUBSCRIBED.plus(month));
        assertThat(after.silentFrom(month, null)).isEqualTo(LATER.plus(month));
        assertThat(after.since()).isEqualTo(SUBSCRIBED);
    }

    @Test
    void a_renewal_is_as_old_as_its_token() {
        var before = Colleagues.subscriber(Set.of("grant-officer"), "mission", Set.of("*"));
        var stolen =
                new Actor(
                        "https://id.example",
                        "colleague-1",
                        "mission",
                        Set.of("grant-officer"),
                        Set.of("*"),
                        Set.of(),
                        null,
                        LATER.minusSeconds(600));

        var after = (Active) before.renew(stolen, "a@b.example", LATER).state();

        assertThat(after.renewedAt()).isEqualTo(LATER.minusSeconds(600));
    }

    @Test
    void who_is_denied_falls_silent_at_once_and_a_log_in_after_it_begins_anew() {
        var before = Colleagues.subscriber(Set.of("grant-officer"), "mission", Set.of("*"));
        var token = Colleagues.actor(Set.of("grant-officer"), "mission", Set.of("*"));
        var after = (Active) before.renew(token, "new@mission.example", LATER).state();
        var month = Duration.ofDays(30);
        var denied = LATER.minusSeconds(31);

        assertThat(before.silentFrom(month, denied)).isEqualTo(denied);
        assertThat(before.silentFrom(month, SUBSCRIBED)).isEqualTo(SUBSCRIBED);
        assertThat(before.silentFrom(month, SUBSCRIBED.plus(month).plusSeconds(1)))
                .isEqualTo(SUBSCRIBED.plus(month));
        assertThat(after.silentFrom(month, denied)).isEqualTo(LATER.plus(month));
        var aMomentAgo = LATER.minusSeconds(30);
        assertThat(after.silentFrom(month, aMomentAgo))
                .as("the clock that wrote it may be ahead")
                .isEqualTo(aMomentAgo);
    }

    @Test
    void an_address_is_in_no_text_of_a_subscription() {
        var active = Colleagues.subscriber(Set.of("grant-officer"), "mission", Set.of("*"));

        assertThat(active.toString()).doesNotContain("colleague@mission.example");
    }
}

package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Colleague.MINE;
import static org.homeward.notification.service.Waiting.mail;
import static org.homeward.notification.service.Waiting.mails;
import static org.homeward.notification.service.Waiting.newest;
import static org.homeward.notification.service.Waiting.soon;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.contracts.notification.NotificationFailed;
import org.homeward.kit.test.NeighbourEvents;
import org.junit.jupiter.api.Test;

class StaffMailTest {

    @Test
    void a_subscriber_hears_of_it_in_her_language_and_the_topic_of_the_delivery() {
        var editor = Colleague.in("story-editor").subscribed("tg", "STORY_PUBLISHED");

        var story = Cases.published();

        assertThat(mail(editor, story).subject()).isEqualTo("Ҳикоя нашр шуд");
        var delivery = newest(editor, "DELIVERED");
        assertThat(delivery.path("about").asString()).isEqualTo("homeward.story.published.v1");
        assertThat(delivery.path("occasion").asString()).isEqualTo("STORY_PUBLISHED");
        assertThat(delivery.path("attempts").asInt()).isEqualTo(1);
        assertThat(delivery.path("reason").isNull()).isTrue();
        var id = UUID.fromString(delivery.path("id").asString());
        soon().untilAsserted(
                        () ->
                                assertThat(Topics.about(id))
                                        .containsExactly(
                                                new NotificationDelivered(
                                                        id,
                                                        DeliveryChannel.EMAIL,
                                                        "homeward.story.published.v1")));
    }

    @Test
    void what_comes_twice_is_told_once() {
        var organisation = Cases.organisation();
        var worker =
                Colleague.in("case-worker")
                        .of(organisation, "*")
                        .subscribed("ru", "GRANT_APPROVED");
        var beneficiary = Cases.registered(organisation);
        Neighbours.shared().consents(beneficiary, "b-" + beneficiary + "@mail.example", "ru");
        var grant = Cases.grant(beneficiary);

        NeighbourEvents.tellTwice("grant", grant.grant(), grant);
        var later = Cases.approved(beneficiary);

        // two partitions: whichever comes first
        mail(worker, later.grant());
        mail(worker, grant.grant());
        assertThat(mails(worker, grant.grant())).hasSize(1);
        assertThat(worker.deliveries()).hasSize(2);
        soon().untilAsserted(
                        () ->
                                assertThat(
                                                MailServer.shared()
                                                        .mailsTo(
                                                                "b-"
                                                                        + beneficiary
                                                                        + "@mail.example"))
                                        .hasSize(2));
    }

    @Test
    void many_are_told_once_each_though_two_instances_send() {
        var editors =
                java.util.stream.IntStream.range(0, 15)
                        .mapToObj(
                                i ->
                                        Colleague.in("story-editor")
                                                .subscribed("en", "STORY_PUBLISHED"))
                        .toList();

        var first = Cases.published();
        var second = Cases.published();

        for (var editor : editors) {
            mail(editor, first);
            mail(editor, second);
            newest(editor, "DELIVERED");
            assertThat(mails(editor, first)).hasSize(1);
            assertThat(mails(editor, second)).hasSize(1);
        }
    }

    @Test
    void who_has_no_role_for_it_does_not_hear_of_it() {
        var editor =
                Colleague.in("story-editor").subscribed("en", "GRANT_APPROVED", "STORY_PUBLISHED");
        var officer = Colleague.in("grant-officer").subscribed("en", "GRANT_APPROVED");

        var grant = Cases.approved(Cases.registered(Cases.organisation()));
        mail(officer, grant.grant());
        var story = Cases.published();

        mail(editor, story);
        assertThat(mails(editor, grant.grant())).isEmpty();
        assertThat(editor.deliveries()).hasSize(1);
    }

    @Test
    void a_case_worker_hears_of_her_organisation_and_districts_only() {
        var organisation = Cases.organisation();
        var here = worker(organisation, Cases.DISTRICT);
        var elsewhere = worker(organisation, "TJ-SU-AYNI");
        var others = worker(Cases.organisation(), "*");

        var grant = Cases.approved(Cases.registered(organisation));

        mail(here, grant.grant());
        newest(here, "DELIVERED");
        assertThat(elsewhere.deliveries()).isEmpty();
        assertThat(others.deliveries()).isEmpty();
    }

    @Test
    void a_case_that_was_not_registered_yet_waits_for_it() {
        var organisation = Cases.organisation();
        var here = worker(organisation, "*");
        var others = worker(Cases.organisation(), "*");
        var beneficiary = UUID.randomUUID();

        var grant = Cases.approved(beneficiary);
        soon().until(() -> Stored.queuedForStaffAbout(beneficiary) >= 2);
        assertThat(here.deliveries()).isEmpty();
        assertThat(others.deliveries()).isEmpty();

        Cases.registers(beneficiary, organisation);

        mail(here, grant.grant());
        soon().untilAsserted(() -> assertThat(others.deliveries()).isEmpty());
        assertThat(others.mails()).isEmpty();
    }

    @Test
    void nobody_hears_of_her_once_she_is_erased_whatever_is_told_of_her_after_it() {
        var organisation = Cases.organisation();
        var worker = worker(organisation, "*");
        var known = Cases.registered(organisation);
        var heardOfLate = UUID.randomUUID();
        var both = List.of(known, heardOfLate);
        soon().until(() -> Stored.placeOf(known).equals(organisation));
        both.forEach(Cases::erases);
        soon().until(() -> both.stream().allMatch(Stored::isErased));

        Cases.movesTo(known, organisation);
        Cases.registers(heardOfLate, organisation);
        soon().until(() -> Stored.heardOf(known) == 2 && Stored.heardOf(heardOfLate) == 1);
        both.forEach(Cases::approved);

        for (var person : both) {
            soon().until(() -> Stored.toStaffAbout(person).size() > 0);
            soon().until(() -> Stored.queuedForStaffAbout(person) == 0);
            assertThat(Stored.toStaffAbout(person)).containsOnly("delivery.suppressed");
            assertThat(Stored.isErased(person)).isTrue();
        }
        assertThat(worker.mails()).isEmpty();
    }

    @Test
    void a_new_log_in_brings_a_new_scope() {
        var organisation = Cases.organisation();
        var worker = worker(organisation, "TJ-SU-AYNI");
        var witness = worker(organisation, "*");
        var beneficiary = Cases.registered(organisation);
        var before = Cases.approved(beneficiary);
        mail(witness, before.grant());

        var moved = worker.of(organisation, Cases.DISTRICT);
        var renewal = moved.post(MINE + "/renewal");
        var after = Cases.approved(beneficiary);

        assertThat(renewal.status()).as("%s", renewal).isEqualTo(200);
        mail(moved, after.grant());
        assertThat(mails(moved, before.grant())).isEmpty();
    }

    @Test
    void a_role_that_is_lost_at_a_log_in_silences() {
        var editor = Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");
        var witness = Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");

        editor.claiming("roles", List.of("administrator")).post(MINE + "/renewal");
        var story = Cases.published();

        mail(witness, story);
        assertThat(editor.deliveries()).isEmpty();
    }

    @Test
    void who_cancelled_hears_nothing_more() {
        var editor = Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");
        var witness = Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");

        editor.post(MINE + "/cancellation");
        var story = Cases.published();

        mail(witness, story);
        assertThat(editor.deliveries()).isEmpty();
        assertThat(editor.mails()).isEmpty();
    }

    @Test
    void what_happened_long_ago_is_no_news() {
        var editor = Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");

        Cases.published(Instant.now().minus(Duration.ofDays(6)));
        var yesterday = Cases.published(Instant.now().minus(Duration.ofDays(1)));

        mail(editor, yesterday);
        var witness = Cases.published();
        mail(editor, witness);
        assertThat(editor.deliveries()).hasSize(2);
    }

    @Test
    void what_was_missed_is_on_record_for_who_had_subscribed_when_it_happened() {
        var editor = Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");
        var later = Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");
        Stored.subscription(editor, "since", Instant.now().minus(Duration.ofDays(10)));

        Cases.published(Instant.now().minus(Duration.ofDays(6)));

        var missed = newest(editor, "FAILED");
        assertThat(missed.path("reason").asString()).isEqualTo("TOO_LATE");
        assertThat(missed.path("attempts").asInt()).isZero();
        var id = UUID.fromString(missed.path("id").asString());
        soon().untilAsserted(
                        () ->
                                assertThat(Topics.about(id))
                                        .containsExactly(
                                                new NotificationFailed(
                                                        id,
                                                        DeliveryChannel.EMAIL,
                                                        "homeward.story.published.v1")));
        mail(editor, Cases.published());
        assertThat(editor.mails()).hasSize(1);
        assertThat(later.deliveries()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void who_has_not_logged_in_for_a_month_hears_nothing_and_can_see_why() {
        var editor = Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");
        var monthAgo = Instant.now().minus(Duration.ofDays(31)).truncatedTo(ChronoUnit.MILLIS);
        Stored.subscription(editor, "renewedAt", monthAgo);

        var missed = Cases.published();

        assertThat(newest(editor, "SUPPRESSED").path("reason").asString()).isEqualTo("NOT_RENEWED");
        var mine = editor.get(MINE).json();
        assertThat(mine.path("renewedAt").asString()).isEqualTo(monthAgo.toString());
        assertThat(Instant.parse(mine.path("silentFrom").asString())).isBefore(Instant.now());

        editor.post(MINE + "/renewal");
        mail(editor, Cases.published());
        assertThat(mails(editor, missed)).isEmpty();
    }

    @Test
    void who_is_denied_hears_nothing_more_until_she_logs_in_anew_and_can_see_why() {
        var editor = Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");
        Stored.subscription(editor, "renewedAt", Instant.now().minus(Duration.ofHours(1)));
        mail(editor, Cases.published());
        var denied = Stored.denies(editor);

        var missed = Cases.published();

        assertThat(newest(editor, "SUPPRESSED").path("reason").asString()).isEqualTo("NOT_RENEWED");
        assertThat(editor.get(MINE).json().path("silentFrom").asString())
                .isEqualTo(denied.toString());

        assertThat(editor.post(MINE + "/renewal").status()).isEqualTo(200);
        mail(editor, Cases.published());
        assertThat(mails(editor, missed)).isEmpty();
    }

    private static Colleague worker(String organisation, String district) {
        return Colleague.in("case-worker")
                .of(organisation, district)
                .subscribed("en", "GRANT_APPROVED");
    }
}

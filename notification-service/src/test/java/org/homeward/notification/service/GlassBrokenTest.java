package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Waiting.mail;
import static org.homeward.notification.service.Waiting.newest;
import static org.homeward.notification.service.Waiting.soon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.access.GlassBroken;
import org.homeward.kit.test.NeighbourEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that was opened out of scope is told to who may review it, or is an alarm. */
class GlassBrokenTest {

    private static final String KIND = "glass-broken";

    private final Colleague officer = Colleague.in("protection-officer");
    private double before;

    /** Officers of other tests would hear of it as well. */
    @BeforeEach
    void nobody_else_wants_to_hear_of_it() {
        var wanted = new Document("state.occasions", "GLASS_BROKEN");
        RunningService.database()
                .getCollection("subscriptions")
                .updateMany(wanted, new Document("$pull", wanted));
        before = RunningService.alarms(KIND);
    }

    @Test
    void it_is_told_at_once_to_who_wants_one_mail_a_day_and_no_dashboard_hears_of_it() {
        officer.put(
                Colleague.MINE,
                Map.of("occasions", List.of("GLASS_BROKEN"), "language", "en", "pace", "DAILY"));

        var opening = opened();

        assertThat(mail(officer, opening).subject()).isEqualTo("A file was opened out of scope");
        var delivery = newest(officer, "DELIVERED");
        assertThat(delivery.path("occasion").asString()).isEqualTo("GLASS_BROKEN");
        assertThat(Topics.about(UUID.fromString(delivery.path("id").asString()))).isEmpty();
        assertThat(RunningService.alarms(KIND)).isEqualTo(before);
    }

    @Test
    void one_of_which_nobody_wants_to_hear_is_an_alarm() {
        opened();

        isAnAlarm();
    }

    @Test
    void it_is_told_to_officers_of_the_district_and_to_no_other() {
        var here = officer.of("umed", Cases.DISTRICT).subscribed("en", "GLASS_BROKEN");
        var elsewhere =
                Colleague.in("protection-officer")
                        .of("umed", "TJ-SU-AYNI")
                        .subscribed("en", "GLASS_BROKEN");

        mail(here, opened());

        assertThat(elsewhere.deliveries()).isEmpty();
        assertThat(RunningService.alarms(KIND)).isEqualTo(before);
    }

    @Test
    void one_that_no_officer_of_the_district_hears_of_is_an_alarm() {
        officer.of("umed", "TJ-SU-AYNI").subscribed("en", "GLASS_BROKEN");

        opened();

        isAnAlarm();
    }

    @Test
    void one_that_only_who_has_not_logged_in_for_a_month_would_hear_of_is_an_alarm() {
        officer.subscribed("en", "GLASS_BROKEN");
        Stored.subscription(officer, "renewedAt", Instant.now().minus(Duration.ofDays(31)));

        opened();

        isAnAlarm();
    }

    @Test
    void one_that_only_who_is_denied_would_hear_of_is_an_alarm() {
        officer.subscribed("en", "GLASS_BROKEN");
        Stored.subscription(officer, "renewedAt", Instant.now().minus(Duration.ofHours(1)));
        Stored.denies(officer);

        opened();

        isAnAlarm();
        assertThat(officer.deliveries()).isEmpty();
    }

    @Test
    void one_that_only_who_opened_it_would_hear_of_is_an_alarm() {
        officer.subscribed("en", "GLASS_BROKEN");

        tell(UUID.randomUUID(), officer.pseudonym(), Instant.now());

        isAnAlarm();
    }

    @Test
    void one_whose_mail_is_refused_for_good_is_an_alarm() {
        officer.claiming("email", "no address").subscribed("en", "GLASS_BROKEN");

        opened();

        assertThat(newest(officer, "FAILED").path("reason").asString()).isEqualTo("REFUSED");
        isAnAlarm();
    }

    @Test
    void one_that_is_heard_of_days_late_is_an_alarm_for_who_has_missed_it() {
        officer.subscribed("en", "GLASS_BROKEN");
        Stored.subscription(officer, "since", Instant.now().minus(Duration.ofDays(10)));

        tell(UUID.randomUUID(), UUID.randomUUID(), Instant.now().minus(Duration.ofDays(6)));

        assertThat(newest(officer, "FAILED").path("reason").asString()).isEqualTo("TOO_LATE");
        isAnAlarm();
    }

    @Test
    void one_of_old_times_for_which_nobody_had_subscribed_is_none() {
        officer.subscribed("en", "GLASS_BROKEN");
        var opening = UUID.randomUUID();

        // of one opening, so in this order
        tell(opening, UUID.randomUUID(), Instant.now().minus(Duration.ofDays(6)));
        tell(opening, UUID.randomUUID(), Instant.now());
        mail(officer, opening);

        assertThat(officer.deliveries()).hasSize(1);
        assertThat(RunningService.alarms(KIND)).isEqualTo(before);
    }

    private static UUID opened() {
        var opening = UUID.randomUUID();
        tell(opening, UUID.randomUUID(), Instant.now());
        return opening;
    }

    private static void tell(UUID opening, UUID by, Instant then) {
        NeighbourEvents.tell(
                "opening", opening, new GlassBroken(opening, by, Cases.DISTRICT), then);
    }

    private void isAnAlarm() {
        soon().until(() -> RunningService.alarms(KIND) > before);
    }
}

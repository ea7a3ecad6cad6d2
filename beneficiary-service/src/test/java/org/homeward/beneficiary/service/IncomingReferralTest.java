package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.Test;

/** Somebody is spoken for: a task, and nobody registered, until a case-worker answers it. */
class IncomingReferralTest {

    private static final String TASKS = "/api/v1/incoming-referrals";
    private static final Map<String, Object> NO = Map.of("reason", "NOT_REACHED");

    private final Staff worker = Staff.worker();
    private final Staff partner = Staff.of("machine", "hamdasti", List.of("partner-api"), "*");
    private final String about = "Марди " + Cases.word() + ", дарзӣ, шарм дорад пурсад";

    @Test
    void a_word_of_a_community_head_becomes_a_task_that_ends_with_a_registration() {
        var task = hear(worker).id();
        assertThat(waiting(worker)).contains(task);
        assertThat(worker.read(path(task)).json().path("about").asString()).isEqualTo(about);

        var person = Cases.registered(worker, Cases.somebody());
        var answer =
                worker.ifMatch(1).post(path(task) + "/registration", Map.of("beneficiary", person));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(waiting(worker)).doesNotContain(task);
        var answered = worker.read(path(task)).json();
        assertThat(answered.path("state").asString()).isEqualTo("TAKEN_UP");
        assertThat(answered.path("beneficiary").asString()).isEqualTo(person.toString());
        assertThat(Database.isKeyDestroyed(task)).isTrue();
        assertThat(worker.ifMatch(2).post(path(task) + "/refusal", NO).problem())
                .isEqualTo("state-conflict");
    }

    @Test
    void a_partner_hears_that_its_word_is_answered_and_not_how_or_whom_it_led_to() {
        var task = hear(partner).id();
        var person = Cases.registered(worker, Cases.somebody());
        worker.ifMatch(1).post(path(task) + "/registration", Map.of("beneficiary", person));

        var seen = partner.read(path(task));

        assertThat(seen.json().path("state").asString()).isEqualTo("ANSWERED");
        assertThat(seen.body()).doesNotContain(person.toString()).doesNotContain(about);
        var declined = hear(partner).id();
        worker.ifMatch(1).post(path(declined) + "/refusal", NO);
        var refused = partner.read(path(declined)).json();
        assertThat(refused.path("state").asString()).isEqualTo("ANSWERED");
        assertThat(refused.path("reason").isNull()).isTrue();
        assertThat(worker.read(path(declined)).json().path("reason").asString())
                .isEqualTo("NOT_REACHED");
    }

    @Test
    void a_word_registers_nobody_and_is_told_on_no_topic() {
        var task = hear(partner).id();

        assertThat(Database.stored("journal", new Document("_id.a", task)))
                .hasSize(1)
                .noneMatch(entry -> entry.containsKey("events"));
        assertThat(Database.collectionsHolding(about)).isEmpty();
    }

    @Test
    void a_task_is_for_the_case_workers_of_its_organisation_and_district_alone() {
        var task = hear(partner).id();
        var person = Cases.registered(worker, Cases.somebody());
        var body = Map.of("beneficiary", person);

        for (var who :
                List.of(
                        Staff.workerOf("umed", "TJ-KT-VOSE"),
                        Staff.workerOf("nilufar", "*"),
                        Staff.of("machine", "nilufar", List.of("partner-api"), "*"))) {
            assertThat(who.read(path(task)).status()).isEqualTo(404);
        }
        for (var who :
                List.of(Staff.workerOf("umed", "TJ-KT-VOSE"), Staff.workerOf("hamdasti", "*"))) {
            assertThat(waiting(who)).doesNotContain(task);
            assertThat(who.ifMatch(1).post(path(task) + "/registration", body).status())
                    .isEqualTo(404);
            assertThat(who.ifMatch(1).post(path(task) + "/refusal", NO).status()).isEqualTo(404);
        }
        assertThat(partner.read(path(task)).body()).doesNotContain(about);
    }

    @Test
    void a_task_is_answered_with_a_file_in_scope_and_as_it_was_seen() {
        var task = hear(partner).id();
        var other = Staff.workerOf("hamdasti", "*");
        var foreign = Cases.registered(other, Cases.somebody());
        var registration = path(task) + "/registration";

        assertThat(worker.ifMatch(1).post(registration, Map.of("beneficiary", foreign)).status())
                .isEqualTo(404);
        assertThat(worker.post(path(task) + "/refusal", NO).status()).isEqualTo(428);
        assertThat(worker.ifMatch(3).post(path(task) + "/refusal", NO).status()).isEqualTo(412);
        assertThat(worker.read(path(task)).json().path("about").asString()).isEqualTo(about);
    }

    @Test
    void a_word_that_nobody_answers_in_thirty_days_lapses_and_what_was_said_is_destroyed() {
        var task = hear(partner).id();
        var fresh = hear(partner).id();
        heard(fresh, Duration.ofDays(29));
        heard(task, Duration.ofDays(31));

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> worker.read(path(task)).json().path("state").asString(),
                        "LAPSED"::equals);

        assertThat(Database.isKeyDestroyed(task)).isTrue();
        assertThat(waiting(worker)).contains(fresh).doesNotContain(task);
        assertThat(worker.read(path(task)).json().path("about").isNull()).isTrue();
        assertThat(partner.read(path(task)).json().path("state").asString()).isEqualTo("LAPSED");
        assertThat(worker.ifMatch(2).post(path(task) + "/refusal", NO).problem())
                .isEqualTo("state-conflict");
        assertThat(worker.read(path(fresh)).json().path("about").asString()).isEqualTo(about);
    }

    @Test
    void one_that_waits_again_after_a_restore_says_for_good_that_it_was_destroyed() {
        var task = hear(partner).id();
        // the vault knows of an answer that the data does not
        Database.destroyKeys(List.of(task));

        var answer = worker.read(path(task));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(410);
        assertThat(answer.problem()).isEqualTo("record-destroyed");
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(partner.read(path(task)).json().path("state").asString()).isEqualTo("WAITING");
        assertThat(waiting(worker)).doesNotContain(task);

        assertThat(worker.ifMatch(1).post(path(task) + "/refusal", NO).status()).isEqualTo(200);
        assertThat(worker.read(path(task)).json().path("state").asString()).isEqualTo("DECLINED");
    }

    private static void heard(UUID task, Duration ago) {
        var at = Date.from(Instant.now().minus(ago));
        Database.change("incoming_referrals", task, "state.word.at", at);
    }

    @Test
    void a_word_comes_from_somebody_else_about_a_real_district() {
        var self = new HashMap<>(body());
        self.put("channel", "SELF");
        var nowhere = new HashMap<>(body());
        nowhere.put("district", "TJ-KT-RAHIMOVA");

        assertThat(partner.post(TASKS, self).pointer()).isEqualTo("/channel");
        assertThat(partner.post(TASKS, nowhere).pointer()).isEqualTo("/district");
    }

    private Answer hear(Staff who) {
        var answer = who.post(TASKS, body());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private Map<String, Object> body() {
        return Map.of(
                "to",
                "umed",
                "district",
                Cases.DISTRICT,
                "channel",
                "COMMUNITY_HEAD",
                "about",
                about);
    }

    private static List<UUID> waiting(Staff who) {
        return who.read(TASKS)
                .json()
                .path("items")
                .valueStream()
                .map(item -> UUID.fromString(item.path("id").asString()))
                .toList();
    }

    private static String path(UUID task) {
        return TASKS + "/" + task;
    }
}

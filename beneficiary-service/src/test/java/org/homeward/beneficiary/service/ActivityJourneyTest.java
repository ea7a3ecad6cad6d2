package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People come together; they are counted and not named. */
class ActivityJourneyTest {

    private static final String ACTIVITIES = "/api/v1/activities";

    private final Staff worker = Staff.worker();
    private final String speaker = Cases.word();

    @Test
    void a_meeting_is_planned_held_and_told_in_bands() {
        var id = plan("2026-03-08");

        var held = worker.ifMatch(1).post(path(id) + "/attendance", attendance());

        assertThat(held.status()).as(held.toString()).isEqualTo(200);
        var activity = worker.read(path(id)).json();
        assertThat(activity.path("state").asString()).isEqualTo("HELD");
        assertThat(activity.path("attended").asInt()).isEqualTo(51);
        assertThat(activity.path("counts").path(1).path("people").asInt()).isEqualTo(4);
        assertThat(activity.path("facilitator").asString()).isEqualTo(speaker);
        assertThat(Database.told(id))
                .containsExactly(
                        Staff.JSON.valueToTree(
                                Map.of(
                                        "activity", id,
                                        "organisation", "umed",
                                        "district", Cases.DISTRICT,
                                        "kind", "MOTIVATIONAL_MEETING",
                                        "heldOn", "2026-03-08",
                                        "attended", "FROM_50_TO_99",
                                        "women", "FROM_25_TO_49",
                                        "men", "UNDER_11")));
        assertThat(worker.ifMatch(2).post(path(id) + "/attendance", attendance()).problem())
                .isEqualTo("state-conflict");
    }

    @Test
    void who_came_is_not_counted_before_the_day() {
        var id = plan("2090-03-08");

        assertThat(worker.ifMatch(1).post(path(id) + "/attendance", attendance()).problem())
                .isEqualTo("not-held-yet");
    }

    @Test
    void an_activity_is_of_its_organisation_and_district_and_monitored_by_all() {
        var id = plan("2026-03-08");
        var elsewhere = Staff.workerOf("umed", "TJ-KT-VOSE");

        for (var who : List.of(elsewhere, Staff.workerOf("hamdasti", "*"))) {
            assertThat(who.read(path(id)).status()).isEqualTo(404);
            assertThat(who.ifMatch(1).post(path(id) + "/attendance", attendance()).status())
                    .isEqualTo(404);
            assertThat(who.read(ACTIVITIES).body()).doesNotContain(id.toString());
        }
        assertThat(elsewhere.post(ACTIVITIES, body("2026-03-08")).problem())
                .isEqualTo("district-out-of-scope");
        assertThat(Staff.workerOf("", "*").post(ACTIVITIES, body("2026-03-08")).problem())
                .isEqualTo("organisation-needed");
        assertThat(Staff.in("monitoring-officer").read(path(id)).status()).isEqualTo(200);
        assertThat(worker.read(ACTIVITIES).body()).contains(id.toString());
    }

    @Test
    void one_sex_and_age_is_counted_once_and_a_change_names_the_version_seen() {
        var id = plan("2026-03-08");
        var twice = new HashMap<>(attendance());
        twice.put("counts", List.of(count("FEMALE", 1), count("FEMALE", 2)));

        assertThat(worker.ifMatch(1).post(path(id) + "/attendance", twice).pointer())
                .isEqualTo("/counts/1");
        assertThat(worker.post(path(id) + "/attendance", attendance()).status()).isEqualTo(428);
        assertThat(worker.ifMatch(4).post(path(id) + "/attendance", attendance()).status())
                .isEqualTo(412);
    }

    @Test
    void a_speaker_is_not_in_the_database_in_plain() {
        plan("2026-03-08");

        assertThat(Database.collectionsHolding(speaker)).isEmpty();
    }

    private UUID plan(String day) {
        var answer = worker.post(ACTIVITIES, body(day));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    private Map<String, Object> body(String day) {
        return Map.of(
                "kind",
                "MOTIVATIONAL_MEETING",
                "day",
                day,
                "district",
                Cases.DISTRICT,
                "capacity",
                50,
                "facilitator",
                speaker);
    }

    private static Map<String, Object> attendance() {
        return Map.of(
                "counts",
                List.of(count("FEMALE", 47), count("MALE", 4)),
                "result",
                "Панҷ зан ба омӯзиш номнавис шуданд");
    }

    private static Map<String, Object> count(String sex, int people) {
        return Map.of("sex", sex, "age", "FROM_25_TO_59", "people", people);
    }

    private static String path(UUID id) {
        return ACTIVITIES + "/" + id;
    }
}

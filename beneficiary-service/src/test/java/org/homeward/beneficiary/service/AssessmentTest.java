package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final Map<String, String> ANSWERS = Map.of("MONEY", "NONE", "HUSBAND", "AWAY");

    private final Staff worker = Staff.worker();
    private final UUID card = Selections.cardInUse();

    @Test
    void an_assessment_explains_its_points_and_is_written_down_as_a_read_of_the_file() {
        var person = Selections.consenting(worker);
        var assessment = Selections.made(Selections.assess(worker, person, card, ANSWERS));

        var read = worker.read(path(assessment));

        assertThat(read.json())
                .isEqualTo(
                        Staff.JSON.readTree(
                                """
                                {"id": "%s", "version": 1, "state": "MADE", "beneficiary": "%s",
                                 "scorecard": "%s", "on": "%s", "points": 50, "eligible": true,
                                 "unanswered": 1, "provisional": true, "criteriaMet": true,
                                 "lines": [
                                   {"question": "MONEY", "dimension": "ECONOMIC", "answer": "NONE", "points": 30},
                                   {"question": "HUSBAND", "dimension": "SOCIAL", "answer": "AWAY", "points": 20},
                                   {"question": "NEAR", "dimension": "SOCIAL", "answer": null, "points": 0}],
                                 "shares": [
                                   {"dimension": "ECONOMIC", "points": 30, "most": 60},
                                   {"dimension": "SOCIAL", "points": 20, "most": 40}]}
                                """
                                        .formatted(assessment, person, card, Selections.today())));
        assertThat(worker.get(path(assessment)).problem()).isEqualTo("purpose-required");
        assertThat(Database.stored("access", new Document("records", person))).hasSize(1);
    }

    @Test
    void what_was_answered_is_nowhere_in_plain_and_of_the_score_nothing_is_told() {
        var person = Selections.consenting(worker);
        var assessment = Selections.made(Selections.assess(worker, person, card, ANSWERS));

        var facts = Database.stored("assessments", new Document("_id", assessment)).getFirst();
        assertThat(facts.toJson()).doesNotContain("AWAY", "NONE");
        var told = Database.told(assessment).getFirst();
        assertThat(told.propertyNames())
                .containsExactlyInAnyOrder("assessment", "beneficiary", "assessor");
        assertThat(UUID.fromString(told.path("assessor").asString()).version()).isEqualTo(4);
    }

    @Test
    void who_assessed_is_told_by_the_same_random_id_each_time() {
        var person = Selections.consenting(worker);
        var one = Selections.made(Selections.assess(worker, person, card, ANSWERS));
        var two = Selections.made(Selections.assess(worker, person, card, ANSWERS));
        var colleague = Staff.of("colleague", "umed", List.of("case-worker"), "*");
        var third = Selections.made(Selections.assess(colleague, person, card, ANSWERS));

        assertThat(assessor(two)).isEqualTo(assessor(one));
        assertThat(assessor(third)).isNotEqualTo(assessor(one));
    }

    @Test
    void nobody_is_assessed_without_her_consent() {
        var person = Cases.registered(worker, Cases.somebody());

        assertThat(Selections.assess(worker, person, card, ANSWERS).problem())
                .isEqualTo("consent-missing");
        var consent = Cases.given(worker, person, "CASE_MANAGEMENT");
        Selections.made(Selections.assess(worker, person, card, ANSWERS));
        worker.post("/api/v1/consents/" + consent + "/withdrawal", null);

        assertThat(Selections.assess(worker, person, card, ANSWERS).problem())
                .isEqualTo("consent-missing");
    }

    @Test
    void only_a_card_in_use_and_its_own_answers_are_taken() {
        var person = Selections.consenting(worker);
        var draft =
                Selections.made(
                        Selections.manager()
                                .post(Selections.SCORECARDS, Selections.card(Selections.code())));

        assertThat(Selections.assess(worker, person, draft, ANSWERS).json().path("state"))
                .isEqualTo(Staff.JSON.valueToTree("DRAFT"));
        assertThat(Selections.assess(worker, person, UUID.randomUUID(), ANSWERS).pointer())
                .isEqualTo("/scorecard");
        assertThat(Selections.assess(worker, person, card, Map.of("MONEY", "MUCH")).pointer())
                .isEqualTo("/answers");
    }

    @Test
    void a_foreign_assessment_looks_like_one_that_does_not_exist() {
        var person = Selections.consenting(worker);
        var assessment = Selections.made(Selections.assess(worker, person, card, ANSWERS));
        var foreign = Staff.workerOf("hamdasti", "*");
        var nowhere = UUID.randomUUID();
        var reason = Map.of("reason", "entered twice");

        assertThat(foreign.read(path(assessment)).withoutIds())
                .isEqualTo(foreign.read(path(nowhere)).withoutIds());
        assertThat(foreign.ifMatch(1).post(path(assessment) + "/voiding", reason).withoutIds())
                .isEqualTo(
                        foreign.ifMatch(1).post(path(nowhere) + "/voiding", reason).withoutIds());
        assertThat(Selections.assess(foreign, person, card, ANSWERS).status()).isEqualTo(404);
        assertThat(foreign.read("/api/v1/beneficiaries/" + person + "/assessments").status())
                .isEqualTo(404);
    }

    @Test
    void what_was_entered_wrongly_is_voided_once_and_stays() {
        var person = Selections.consenting(worker);
        var assessment = Selections.made(Selections.assess(worker, person, card, ANSWERS));
        var reason = Map.of("reason", "Ҷавоби ҳамсояи ӯ навишта шуд");

        assertThat(worker.post(path(assessment) + "/voiding", reason).status()).isEqualTo(428);
        Selections.ok(worker.ifMatch(1).post(path(assessment) + "/voiding", reason));
        var again = worker.ifMatch(2).post(path(assessment) + "/voiding", reason);

        assertThat(again.json().path("state").asString()).isEqualTo("VOIDED");
        assertThat(Database.collectionsHolding("Ҷавоби ҳамсояи")).isEmpty();
        assertThat(Database.told(assessment)).hasSize(2);
        var list = worker.read("/api/v1/beneficiaries/" + person + "/assessments").json();
        assertThat(list.path("items").findValuesAsString("state")).containsExactly("VOIDED");
        assertThat(worker.read(path(assessment)).json().path("points").asInt()).isEqualTo(50);
    }

    private static String assessor(UUID assessment) {
        return Database.told(assessment).getFirst().path("assessor").asString();
    }

    private static String path(UUID assessment) {
        return "/api/v1/assessments/" + assessment;
    }
}

package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.kit.test.Answer;
import org.homeward.kit.time.ProgrammeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be no person is refused where it is wrong. */
class PersonBodyTest {

    private static final String ENDLESS = "tg" + "-aa".repeat(20_000);

    private final Staff worker = Staff.worker();

    @Test
    void a_language_without_end_is_refused_and_not_a_fault() {
        var person = Cases.registered(worker, Cases.somebody());
        var body = Map.of("purpose", "RESEARCH", "language", ENDLESS, "textVersion", "1");

        var speaks = search("languages", List.of(ENDLESS));
        var asked = worker.post("/api/v1/beneficiaries/" + person + "/consents", body);
        var tested =
                Staff.in("service-story")
                        .with("Homeward-Purpose", "disclosure-review")
                        .post(
                                "/internal/v1/disclosure-tests",
                                Map.of(
                                        "consent",
                                        person,
                                        "texts",
                                        List.of(Map.of("language", ENDLESS, "text", "x"))));

        assertThat(speaks.pointer()).isEqualTo("/person/languages/0");
        assertThat(asked.pointer()).isEqualTo("/language");
        assertThat(tested.pointer()).isEqualTo("/texts/0/language");
        assertThat(List.of(speaks.status(), asked.status(), tested.status())).containsOnly(400);
    }

    @Test
    void nobody_is_born_tomorrow_or_on_an_estimated_day() {
        var tomorrow = LocalDate.now(ProgrammeClock.ZONE).plusDays(1).toString();

        var unborn = search("birth", Map.of("day", tomorrow));
        var guessed = search("birth", Map.of("day", "1994-03-21", "estimated", true));

        assertThat(unborn.status()).isEqualTo(400);
        assertThat(unborn.pointer()).isEqualTo("/person/birth/day");
        assertThat(guessed.status()).isEqualTo(400);
        assertThat(guessed.pointer()).isEqualTo("/person/birth/estimated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "---", "1-2", "١٢٣"})
    void digits_and_dashes_are_no_name(String text) {
        var given = search("name", Map.of("family", Cases.word(), "given", text));
        var former = search("formerNames", List.of(Map.of("family", text)));

        assertThat(given.status()).isEqualTo(400);
        assertThat(given.pointer()).isEqualTo("/person/name/given");
        assertThat(former.pointer()).isEqualTo("/person/formerNames/0/family");
    }

    @Test
    void some_people_have_one_name_but_nobody_has_none() {
        var given = Cases.word();
        var one = new HashMap<>(Cases.somebody());
        one.put("name", Map.of("given", given));

        var id = Cases.registered(worker, one);

        assertThat(
                        worker.read("/api/v1/beneficiaries/" + id)
                                .json()
                                .path("person")
                                .path("name")
                                .path("given")
                                .asString())
                .isEqualTo(given);
        assertThat(search("name", Map.of("patronymic", "Саид")).pointer())
                .isEqualTo("/person/name");
    }

    @Test
    void a_consent_does_not_end_before_it_begins() {
        var person = Cases.registered(worker, Cases.somebody());
        var path = "/api/v1/consents/" + Cases.asked(worker, person, "RESEARCH") + "/agreement";
        var today = LocalDate.now(ProgrammeClock.ZONE);
        var yes = new HashMap<>(Cases.signed());

        yes.put("validUntil", today.minusDays(1).toString());
        var over = worker.ifMatch(1).post(path, yes);
        yes.put("validUntil", today.toString());
        var holds = worker.ifMatch(1).post(path, yes);

        assertThat(over.status()).isEqualTo(400);
        assertThat(over.pointer()).isEqualTo("/validUntil");
        assertThat(holds.status()).isEqualTo(200);
    }

    @Test
    void a_yes_without_evidence_is_none() {
        var person = Cases.registered(worker, Cases.somebody());
        var path = "/api/v1/consents/" + Cases.asked(worker, person, "RESEARCH") + "/agreement";

        for (var way : List.of("SIGNED_FORM", "WITNESSED_THUMBPRINT", "RECORDED_VOICE")) {
            var answer = worker.ifMatch(1).post(path, Map.of("way", way));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.pointer()).isEqualTo("/evidence");
        }
    }

    private Answer search(String field, Object value) {
        var person = new HashMap<>(Cases.somebody());
        person.put(field, value);
        return worker.post(
                "/api/v1/searches", Map.of("person", person, "district", Cases.DISTRICT));
    }
}

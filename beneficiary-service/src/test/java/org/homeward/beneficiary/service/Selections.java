package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeward.beneficiary.service.Staff.Answer;

/** Programmes, scorecards and assessments to test with. */
final class Selections {

    static final String PROGRAMMES = "/api/v1/programmes";
    static final String SCORECARDS = "/api/v1/scorecards";

    private Selections() {}

    /** Administrator besides, which helps her nowhere. */
    static Staff manager() {
        return staff("manager", "programme-manager", "administrator");
    }

    static Staff otherManager() {
        return staff("manager-2", "programme-manager");
    }

    static Staff monitor() {
        return staff("monitor", "monitoring-officer");
    }

    static Staff administrator() {
        return staff("administrator", "administrator");
    }

    static Staff staff(String subject, String... roles) {
        return Staff.of(subject, "mission", List.of(roles), "*");
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Dushanbe"));
    }

    static String code() {
        return "T" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }

    static Map<String, Object> programme(String code, String objective, String... districts) {
        return Map.of(
                "code", code,
                "objectives", List.of(objective),
                "donors", List.of("BILATERAL-1", "TRUST-FUND"),
                "agencies", List.of("MISSION"),
                "partners", List.of("umed"),
                "districts", List.of(districts),
                "from", "2026-01-01",
                "until", "2027-12-31",
                "target", 700);
    }

    /** Opened, in these districts. */
    static String opened(String... districts) {
        var code = code();
        made(manager().post(PROGRAMMES, programme(code, "WOMEN_LEFT_BEHIND", districts)));
        return code;
    }

    /** Away counts 20 and must be; no money counts up to 30; nobody near counts up to 10. */
    static Map<String, Object> card(String code) {
        return Map.of(
                "code",
                code,
                "edition",
                1,
                "provisional",
                true,
                "dimensions",
                List.of(
                        Map.of("dimension", "ECONOMIC", "most", 60),
                        Map.of("dimension", "SOCIAL", "most", 40)),
                "questions",
                List.of(
                        question("MONEY", "ECONOMIC", "NONE", 30, "SOME", 10),
                        question("HUSBAND", "SOCIAL", "AWAY", 20, "HOME", 0),
                        question("NEAR", "SOCIAL", "NOBODY", 10, "SOMEBODY", 0)),
                "criteria",
                List.of(Map.of("question", "HUSBAND", "answers", List.of("AWAY"))),
                "eligibleFrom",
                30);
    }

    private static Map<String, Object> question(
            String code, String dimension, String one, int points, String other, int fewer) {
        return Map.of(
                "code",
                code,
                "dimension",
                dimension,
                "text",
                Map.of("en", code),
                "options",
                List.of(option(one, points), option(other, fewer)));
    }

    private static Map<String, Object> option(String code, int points) {
        return Map.of("code", code, "text", Map.of("en", code), "points", points);
    }

    /** A new card, put into use. */
    static UUID cardInUse() {
        var card = made(administrator().post(SCORECARDS, card(code())));
        var path = SCORECARDS + "/" + card + "/approval";
        ok(manager().ifMatch(1).post(path, null));
        ok(monitor().ifMatch(2).post(path, null));
        return card;
    }

    /** Registered and with consent. */
    static UUID consenting(Staff worker) {
        var person = Cases.registered(worker, Cases.somebody());
        Cases.given(worker, person, "CASE_MANAGEMENT");
        return person;
    }

    static Answer assess(Staff worker, UUID person, UUID card, Map<String, String> answers) {
        return worker.post(
                "/api/v1/beneficiaries/" + person + "/assessments",
                Map.of("scorecard", card, "answers", answers));
    }

    static UUID made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }
}

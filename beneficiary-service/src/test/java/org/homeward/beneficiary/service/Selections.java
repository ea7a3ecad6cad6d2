package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.test.Answer;
import tools.jackson.databind.JsonNode;

/** Programmes, scorecards, assessments and rounds to test with. */
final class Selections {

    static final String PROGRAMMES = "/api/v1/programmes";
    static final String SCORECARDS = "/api/v1/scorecards";
    static final String ROUNDS = "/api/v1/selection-rounds";

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

    static Staff auditor() {
        return staff("auditor", "auditor").with("Homeward-Purpose", "audit");
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

    /** Ended three months ago. */
    static String ended() {
        var code = code();
        var programme = new HashMap<>(programme(code, "WOMEN_LEFT_BEHIND", Cases.DISTRICT));
        programme.put("from", today().minusYears(2).toString());
        programme.put("until", today().minusMonths(3).toString());
        made(manager().post(PROGRAMMES, programme));
        return code;
    }

    /** Somebody new, who has a place in it. */
    static UUID seated(Staff worker, String programme) {
        var person = consenting(worker);
        seat(worker, person, programme);
        return person;
    }

    static void seat(Staff worker, UUID person, String programme) {
        var card = cardInUse();
        made(assess(worker, person, card, Map.of("MONEY", "NONE", "HUSBAND", "AWAY")));
        confirmed(drawn(programme, card, 1));
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

    static String round(String programme, UUID card, int quota) {
        return round(manager(), programme, card, quota);
    }

    static String round(Staff opener, String programme, UUID card, int quota) {
        var round =
                made(
                        opener.post(
                                ROUNDS,
                                Map.of(
                                        "programme", programme,
                                        "scorecard", card,
                                        "quota", quota,
                                        "cutOff", today().toString())));
        return ROUNDS + "/" + round;
    }

    static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static Answer commit(Staff holder, long version, String round, String secret) {
        return holder.ifMatch(version)
                .post(round + "/commitments", Map.of("hash", Recomputation.sha256(secret)));
    }

    static Answer reveal(Staff holder, long version, String round, String secret) {
        return holder.ifMatch(version).post(round + "/secrets", Map.of("secret", secret));
    }

    /** By the manager; nothing is drawn. */
    static void frozen(String programme, UUID card, int quota) {
        var round = round(programme, card, quota);
        ok(commit(monitor(), 1, round, secret()));
        ok(commit(otherManager(), 2, round, secret()));
        ok(manager().ifMatch(3).post(round + "/freezing", null));
    }

    /** Frozen by the manager; holders are the monitor and the other manager. */
    static String drawn(String programme, UUID card, int quota) {
        var round = round(programme, card, quota);
        var one = secret();
        var other = secret();
        ok(commit(monitor(), 1, round, one));
        ok(commit(otherManager(), 2, round, other));
        ok(manager().ifMatch(3).post(round + "/freezing", null));
        ok(reveal(monitor(), 4, round, one));
        ok(reveal(otherManager(), 5, round, other));
        return round;
    }

    /** Every person in it has a place. */
    static void confirmed(String round) {
        ok(otherManager().ifMatch(6).post(round + "/confirmation", null));
        announced(round);
    }

    static void announced(String round) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> state(round).equals("CONFIRMED"));
    }

    static String state(String round) {
        return manager().get(round).json().path("state").asString();
    }

    /** The whole export, as an auditor gets it. */
    static List<JsonNode> export(String round) {
        var rows = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = ok(auditor().get(round + "/export?limit=100" + cursor)).json();
            page.path("items").forEach(rows::add);
            cursor = "&cursor=" + page.path("next").asString("");
        } while (!cursor.equals("&cursor="));
        return rows;
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

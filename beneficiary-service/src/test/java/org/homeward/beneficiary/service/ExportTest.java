package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.DataMap;
import org.homeward.kit.test.Images;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is known of a person, told to her. */
class ExportTest {

    /** Where stands what a record of each kind tells. */
    private static final Map<String, String> COLLECTIONS =
            Map.of(
                    "FILE", "beneficiaries",
                    "CONSENT", "consents",
                    "ASSESSMENT", "assessments",
                    "HOUSEHOLD", "household_circumstances",
                    "REFERRAL", "referrals",
                    "EVIDENCE", "evidence",
                    "PLACE", "places");

    private final Staff worker = Staff.worker();
    private final Staff forHer = worker.with("Homeward-Purpose", "portability");
    private final String family = Cases.word();
    private final UUID person =
            Cases.registered(worker, Cases.person(family, Cases.word(), Cases.phone()));
    private final String file = "/api/v1/beneficiaries/" + person;

    @ParameterizedTest
    @ValueSource(strings = {"tg", "ru", "en"})
    void she_is_told_every_part_of_her_file_in_her_language(String language) {
        everyPart();

        var told = forHer.get(file + "/export?language=" + language);

        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.json().path("records").findValuesAsString("kind"))
                .contains("FILE", "CONSENT", "ASSESSMENT", "HOUSEHOLD", "REFERRAL", "EVIDENCE");
        assertThat(told.body()).contains(family, "Ҳуҷҷат лозим").doesNotContain("Ҳадича");
        var page = forHer.get(file + "/export/page?language=" + language);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<html lang=\"" + language + "\">", family);
    }

    @Test
    void the_data_map_says_of_nothing_that_she_is_told_that_nobody_reads_it() {
        everyPart();
        var map = DataMap.of("beneficiary-service");

        var records = forHer.get(file + "/export?language=en").json().path("records");

        assertThat(records.isEmpty()).isFalse();
        for (var told : records) {
            var collection = Objects.requireNonNull(COLLECTIONS.get(told.path("kind").asString()));
            assertThat(told.path("fields").findValuesAsString("field"))
                    .isNotEmpty()
                    .noneMatch(field -> map.hides(collection, field));
        }
        assertThat(map.hides("scorecards", "writtenBy")).isTrue();
    }

    @Test
    void it_is_recorded_with_its_purpose_and_given_for_no_other() {
        forHer.get(file + "/export?language=tg");

        var reads =
                Database.stored(
                        "access", new Document("records", person).append("purpose", "portability"));
        assertThat(reads).hasSize(1);
        assertThat(worker.read(file + "/export?language=tg").status()).isEqualTo(400);
        assertThat(worker.get(file + "/export?language=tg").status()).isEqualTo(400);
        assertThat(forHer.get(file + "/export?language=fa").status()).isEqualTo(400);
    }

    @Test
    void who_may_not_see_her_file_exports_nothing() {
        var stranger =
                Staff.workerOf("hamdilon", Cases.DISTRICT).with("Homeward-Purpose", "portability");

        var hers = stranger.get(file + "/export?language=tg");
        var nobodys =
                stranger.get("/api/v1/beneficiaries/" + UUID.randomUUID() + "/export?language=tg");

        assertThat(hers.status()).isEqualTo(404);
        assertThat(hers.body()).isEqualTo(nobodys.body());
    }

    @Test
    void what_she_was_sent_for_is_told_by_who_may_know_it() {
        share();
        refer("HEALTH");
        var colleague =
                Staff.of(
                                "colleague",
                                "umed",
                                List.of("case-worker"),
                                "TJ-KT-SHAHRITUS",
                                "TJ-KT-VOSE")
                        .with("Homeward-Purpose", "portability");

        assertThat(forHer.get(file + "/export?language=en").body()).contains("HEALTH");
        assertThat(colleague.get(file + "/export?language=en").body()).doesNotContain("HEALTH");
    }

    @Test
    void that_something_may_be_kept_from_this_worker_is_said_and_tells_not_whether_it_is() {
        var colleague =
                Staff.of("colleague", "umed", List.of("case-worker"), "*")
                        .with("Homeward-Purpose", "portability");
        var withNothing = colleague.get(file + "/export?language=en").json().path("withheld");
        share();
        refer("HEALTH");

        var withheld = colleague.get(file + "/export?language=en").json().path("withheld");

        assertThat(withheld.asString()).contains("The worker who has your case can print all");
        assertThat(withheld).isEqualTo(withNothing);
        assertThat(colleague.get(file + "/export/page?language=en").body())
                .contains(withheld.asString());
        assertThat(forHer.get(file + "/export?language=en").json().path("withheld").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"tg,Шаҳритус", "ru,Шаҳритус", "en,Shahritus"})
    void a_district_is_called_by_its_name_and_kept_by_its_code(String language, String name) {
        var district = fact(language, "FILE", "district");

        assertThat(district.path("values").path(0).asString()).isEqualTo(Cases.DISTRICT);
        assertThat(district.path("texts").path(0).asString()).isEqualTo(name);
    }

    @Test
    void she_is_told_why_she_left_a_selection_and_who_has_her_case() {
        Cases.given(worker, person, "CASE_MANAGEMENT");
        Selections.seat(worker, person, Selections.opened(Cases.DISTRICT));
        var place = worker.read(file + "/places").json().at("/items/0/id").asString();
        Selections.ok(
                worker.ifMatch(1)
                        .post(
                                "/api/v1/places/" + place + "/drop-out",
                                Map.of("reason", "Кор ёфт")));

        assertThat(fact("tg", "PLACE", "reason").path("texts").path(0).asString())
                .isEqualTo("Кор ёфт");
        assertThat(fact("tg", "FILE", "caseWith").path("values").path(0).asString())
                .isEqualTo("THIS_WORKER");
        assertThat(fact("tg", "FILE", "birthPrecision").path("values").size()).isOne();
    }

    @Test
    void that_she_is_counted_though_she_is_away_is_told_her() {
        Cases.given(worker, person, "CASE_MANAGEMENT");
        made(worker.post(file + "/household", householdOfOneWhoIsAway()));

        assertThat(fact("en", "HOUSEHOLD", "absence").path("values").path(0).asString())
                .isEqualTo("SENDS_MONEY");
        assertThat(fact("en", "HOUSEHOLD", "absentSince").path("texts").path(0).asString())
                .isEqualTo("2025-03-01");
    }

    private JsonNode fact(String language, String kind, String field) {
        return forHer.get(file + "/export?language=" + language)
                .json()
                .path("records")
                .valueStream()
                .filter(record -> record.path("kind").asString().equals(kind))
                .flatMap(record -> record.path("fields").valueStream())
                .filter(fact -> fact.path("field").asString().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private void everyPart() {
        Cases.given(worker, person, "CASE_MANAGEMENT");
        made(
                Selections.assess(
                        worker,
                        person,
                        Selections.cardInUse(),
                        Map.of("MONEY", "NONE", "HUSBAND", "AWAY")));
        share();
        refer("LEGAL_AID");
        made(worker.post(file + "/household", household()));
        made(
                worker.post(
                        file + "/evidence",
                        Map.of(
                                "kind",
                                "SIGNED_FORM",
                                "content",
                                Base64.getEncoder().encodeToString(Images.scan(16, 16)))));
    }

    private void share() {
        var consent =
                made(
                        worker.post(
                                file + "/consents",
                                Map.of(
                                        "purpose", "SHARING_WITH_PARTNER",
                                        "partner", "legal-aid",
                                        "language", "tg",
                                        "textVersion", "2026-1")));
        var given =
                worker.ifMatch(1)
                        .post("/api/v1/consents/" + consent + "/agreement", Cases.signed());
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
    }

    private void refer(String service) {
        made(
                worker.post(
                        file + "/referrals",
                        Map.of(
                                "service", service,
                                "partner", "legal-aid",
                                "due", "2090-01-01",
                                "note", "Ҳуҷҷат лозим")));
    }

    private Map<String, Object> household() {
        return Map.of(
                "household",
                Map.of(
                        "members",
                        List.of(
                                Map.of(
                                        "beneficiary",
                                        person,
                                        "relation",
                                        "HEAD",
                                        "disability",
                                        false,
                                        "inSchool",
                                        false),
                                Map.of(
                                        "person",
                                        Map.of(
                                                "name", "Ҳадича",
                                                "sex", "FEMALE",
                                                "birthYear", 1950),
                                        "relation",
                                        "PARENT",
                                        "disability",
                                        true,
                                        "inSchool",
                                        false)),
                        "incomes",
                        List.of("HELP_OF_OTHERS"),
                        "dwelling",
                        "OF_RELATIVES"));
    }

    private Map<String, Object> householdOfOneWhoIsAway() {
        var her =
                Map.of(
                        "beneficiary",
                        person,
                        "relation",
                        "HEAD",
                        "disability",
                        false,
                        "inSchool",
                        false,
                        "absence",
                        Map.of("kind", "SENDS_MONEY", "since", "2025-03-01"));
        return Map.of(
                "household",
                Map.of("members", List.of(her), "incomes", List.of(), "dwelling", "OWN"));
    }

    private static UUID made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }
}

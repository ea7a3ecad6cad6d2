package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.test.Images;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a person, told to her. */
class ExportTest {

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

    private static UUID made(Staff.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }
}

package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.test.NeighbourEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was written of a person for grants, told to her. */
class ExportTest {

    private final UUID person = UUID.randomUUID();
    private final UUID consent = UUID.randomUUID();
    private final UUID fund = Cases.fund("30000.00");
    private final Staff manager = Staff.programmeManager();
    private final Staff worker = Staff.caseWorkerOf("hamdilon");
    private final Staff forHer = worker.with("Homeward-Purpose", "portability");
    private final String file = "/api/v1/beneficiaries/" + person;

    ExportTest() {
        BeneficiaryService.registers(person, "hamdilon", "TJ-KT-SHAHRITUS");
        BeneficiaryService.gives(consent, person, null);
        BeneficiaryService.waitForConsent(person, true);
    }

    @Test
    void she_is_told_all_that_is_hers_in_her_language_and_it_is_hers_after_a_no() {
        everyPart();
        BeneficiaryService.withdraws(consent, person);
        BeneficiaryService.waitForConsent(person, false);

        for (var language : List.of("tg", "ru", "en")) {
            var told = forHer.get(file + "/export?language=" + language);

            assertThat(told.status()).as("%s", told).isEqualTo(200);
            assertThat(told.header("Cache-Control")).isEqualTo("no-store");
            var records = told.json().path("records");
            assertThat(records.findValuesAsString("kind"))
                    .containsSubsequence("APPLICATION", "SUBMISSION", "ITEM", "ITEM", "ITEM")
                    .containsSubsequence("DRAFT", "ITEM")
                    .containsSubsequence("GRANT", "GRANTED_ITEM", "GRANTED_ITEM", "VISIT");
            assertThat(told.body())
                    .contains(
                            Bodies.ACTIVITY,
                            Bodies.ITEM,
                            Bodies.NEXT_STEP,
                            (String) Bodies.rejection().get("reason"),
                            (String) Bodies.revision().get("what"),
                            (String) Bodies.reason().get("reason"),
                            Bodies.TOTAL + " TJS",
                            "900.00 TJS",
                            "JK-2")
                    .doesNotContain(
                            (String) Bodies.vote("FOR").get("reason"),
                            (String) Bodies.order("1.00").get("supplier"),
                            "member-1",
                            "grant-officer-1",
                            "programme-manager-1",
                            "monitoring-officer-1");
            for (var field :
                    records.findValues("fields").stream().flatMap(JsonNode::valueStream).toList()) {
                if (field.path("values").path(0).asString().matches("[A-Z][A-Z_0-9]+|true|false")) {
                    assertThat(field.path("texts")).isNotEqualTo(field.path("values"));
                }
            }
            var page = forHer.get(file + "/export/page?language=" + language);
            assertThat(page.status()).as("%s", page).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.body())
                    .contains(
                            "<html lang=\"" + language + "\">", Bodies.ACTIVITY, Bodies.NEXT_STEP);
        }
    }

    @Test
    void it_is_recorded_with_its_purpose_and_given_for_no_other() {
        forHer.get(file + "/export?language=tg");

        assertThat(readsOfHer()).hasSize(1);
        assertThat(readsOfHer().getFirst()).containsEntry("purpose", "portability");
        assertThat(worker.read(file + "/export?language=tg").problem())
                .isEqualTo("purpose-required");
        assertThat(forHer.get(file + "/export?language=fa").status()).isEqualTo(400);
        assertThat(readsOfHer()).hasSize(1);
    }

    @Test
    void of_whom_nothing_was_written_there_is_nothing_to_tell() {
        var told = forHer.get(file + "/export?language=en");

        assertThat(told.status()).as("%s", told).isEqualTo(200);
        assertThat(told.json().path("records")).isEmpty();
    }

    @Test
    void who_was_erased_has_no_copy_and_is_still_told_who_read() {
        var application = Cases.draft(person, fund);
        var read = Staff.grantOfficer().read(application);
        assertThat(read.status()).as("%s", read).isEqualTo(200);
        var erasure = UUID.randomUUID();

        NeighbourEvents.tell("erasure", erasure, new BeneficiaryErased(erasure, person));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            var told = forHer.get(file + "/export?language=tg");
                            assertThat(told.status()).as("%s", told).isEqualTo(409);
                            assertThat(told.json().path("state").asString()).isEqualTo("ERASED");
                        });
        var protector = Staff.in("data-protection-officer");
        var readings =
                protector.with("Homeward-Purpose", "data-protection").get(file + "/readings");
        assertThat(readings.json().path("items").findValuesAsString("purpose"))
                .contains("application-review");
        var others = Staff.caseWorkerOf("other-partner").with("Homeward-Purpose", "portability");
        assertThat(others.get(file + "/export?language=tg").status()).isEqualTo(404);
    }

    /** An application that was refused, one that became a grant, and one that was sent back. */
    private void everyPart() {
        var refused = Cases.voted(Cases.submitted(person, fund), "AGAINST");
        ok(manager.ifMatch(4).post(refused + "/rejection", Bodies.rejection()));
        var grant = Cases.granted(person, fund);
        Cases.visited(grant, "MONTH_1", Cases.handedOver(grant).plusMonths(1));
        var sentBack = Cases.submitted(person, fund);
        ok(manager.ifMatch(2).post(sentBack + "/revision", Bodies.revision()));
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private List<Document> readsOfHer() {
        try (var client = MongoForTest.client(RunningService.mongoUri())) {
            return client.getDatabase(RunningService.database())
                    .getCollection("access")
                    .find(
                            new Document("records", person)
                                    .append("type", new Document("$ne", "eligibility")))
                    .into(new ArrayList<>());
        }
    }
}

package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.DatabaseCommands;
import org.homeward.kit.test.MongoForTest;
import org.junit.jupiter.api.Test;

/** What a no to work on her case closes here, and what goes on without it. */
class ClosedFileTest {

    private final UUID person = UUID.randomUUID();
    private final UUID consent = UUID.randomUUID();
    private final UUID fund = Cases.fund("30000.00");
    private final Staff officer = Staff.grantOfficer();
    private final Staff manager = Staff.programmeManager();
    private final Staff root = Staff.inEveryRole("root", "hamdilon");

    ClosedFileTest() {
        BeneficiaryService.registers(person, "hamdilon", "TJ-KT-SHAHRITUS");
        BeneficiaryService.gives(consent, person, null);
        BeneficiaryService.waitForConsent(person, true);
    }

    @Test
    void what_was_written_of_her_is_read_by_nobody_until_she_agrees_again() {
        var application = Cases.submitted(person, fund);
        var everyPart = List.of(application, application + "/submissions", application + "/review");
        everyPart.forEach(path -> assertOpen(manager.read(path)));
        var shown = reads(person);

        takeBack();

        everyPart.forEach(path -> assertClosed(manager.read(path)));
        everyPart.forEach(path -> assertClosed(Staff.member(1).read(path)));
        assertClosed(Staff.caseWorkerOf("hamdilon").read(application));
        assertClosed(officer.read(application));
        assertClosed(root.read(application));
        assertThat(reads(person)).isEqualTo(shown);
        agrees();
        everyPart.forEach(path -> assertOpen(manager.read(path)));
        assertThat(reads(person)).hasSize(shown.size() + 3);
    }

    @Test
    void a_yes_that_has_run_out_closes_it_as_well() {
        var other = UUID.randomUUID();
        BeneficiaryService.registers(other, "hamdilon", "TJ-KT-SHAHRITUS");
        BeneficiaryService.gives(UUID.randomUUID(), other, today());
        BeneficiaryService.waitForConsent(other, true);
        var application = Cases.draft(other, fund);
        assertOpen(officer.read(application));

        Cases.daysPass(Duration.ofDays(1));

        assertClosed(officer.read(application));
    }

    @Test
    void a_list_goes_on_with_her_row_reduced() {
        var other = BeneficiaryService.consentingTailor();
        var hers = Cases.draft(person, fund);
        var open = Cases.draft(other, fund);
        takeBack();
        var shown = reads(person);

        var listed = DatabaseCommands.during(() -> manager.read(Cases.APPLICATIONS + "?limit=2"));

        var rows = listed.answer().json().path("items");
        assertThat(rows.path(0).path("id").asString()).isEqualTo(Cases.idOf(open).toString());
        assertThat(rows.path(0).path("beneficiary").asString()).isEqualTo(other.toString());
        assertThat(rows.path(0).path("consentMissing").isNull()).isTrue();
        assertThat(rows.path(1))
                .isEqualTo(
                        Staff.JSON.readTree(
                                """
                                {"id": "%s", "version": 1, "state": "DRAFT", "beneficiary": null,
                                 "district": null, "fund": null, "programme": null, "sector": null,
                                 "total": null, "consentMissing": "CASE_MANAGEMENT"}
                                """
                                        .formatted(Cases.idOf(hers))));
        assertThat(listed.commands()).filteredOn("find people"::equals).hasSize(2);
        assertThat(
                        manager.read(Cases.APPLICATIONS + "?beneficiary=" + other)
                                .json()
                                .at("/items/0/id")
                                .asString())
                .isEqualTo(Cases.idOf(open).toString());
        assertThat(reads(person)).isEqualTo(shown);
        assertThat(reads(Cases.idOf(hers))).isEmpty();
        assertThat(reads(other)).hasSize(2);
    }

    @Test
    void who_names_her_is_answered_as_of_somebody_with_nothing_and_recorded_with_whom_was_named() {
        Cases.draft(person, fund);
        Cases.draft(person, fund);
        takeBack();
        var nobody = BeneficiaryService.consentingTailor();
        int before = reads(person).size();

        for (var query : List.of("&limit=1", "&state=DRAFT&limit=1", "&state=APPROVED&limit=1")) {
            var hers = manager.read(Cases.APPLICATIONS + "?beneficiary=" + person + query);
            var nothing = manager.read(Cases.APPLICATIONS + "?beneficiary=" + nobody + query);

            assertOpen(hers);
            assertThat(hers.json().path("items").isEmpty()).isTrue();
            assertThat(hers.body()).isEqualTo(nothing.body());
        }

        for (var asked : List.of(person, nobody)) {
            assertThat(reads(asked).reversed().subList(0, 3))
                    .allSatisfy(
                            read ->
                                    assertThat(read)
                                            .containsEntry("type", "application")
                                            .containsEntry("records", List.of(asked)));
        }
        assertThat(reads(person)).hasSize(before + 3);
    }

    @Test
    void her_visits_are_closed_and_her_grant_is_visited_accounted_for_and_closed() {
        var grant = Cases.granted(person, fund);
        var day = Cases.handedOver(grant);
        Cases.visited(grant, "MONTH_1", day.plusMonths(1));
        var monitor = Staff.in("monitoring-officer").with("Homeward-Purpose", "monitoring");
        assertOpen(monitor.get(grant + "/visits"));

        takeBack();

        assertClosed(monitor.get(grant + "/visits"));
        assertClosed(root.with("Homeward-Purpose", "monitoring").get(grant + "/visits"));
        int before = reads(person).size();
        var figures = officer.read(grant);
        assertOpen(figures);
        assertThat(reads(person)).hasSize(before + 1);
        assertThat(figures.body()).doesNotContain(Bodies.NEXT_STEP, "income");
        assertOpen(Cases.movements(fund, ""));
        assertThat(reads(person)).hasSize(before + 2);
        for (int months : List.of(3, 6, 12)) {
            Cases.visited(grant, "MONTH_" + months, day.plusMonths(months));
        }
        assertOpen(manager.ifMatch(Cases.version(grant)).post(grant + "/closure", null));
    }

    @Test
    void nothing_more_is_written_handed_in_or_granted_for_her_and_it_can_be_ended() {
        var sentBack = Cases.submitted(person, fund);
        assertOpen(manager.ifMatch(2).post(sentBack + "/revision", Bodies.revision()));
        takeBack();

        assertClosed(officer.ifMatch(3).put(sentBack, Bodies.proposal(fund)));
        assertClosed(officer.ifMatch(3).post(sentBack + "/submission", null));
        assertClosed(officer.post(Cases.APPLICATIONS, Bodies.application(person, fund)));
        assertOpen(manager.ifMatch(3).post(sentBack + "/rejection", Bodies.rejection()));
    }

    @Test
    void nobody_is_asked_of_what_a_stranger_would_read() {
        var application = Cases.submitted(person, fund);
        takeBack();
        var far = Staff.of("far", "mission", List.of("grant-officer"), "TJ-SU-AYNI");

        var there = DatabaseCommands.during(() -> far.read(application));
        var missing =
                DatabaseCommands.during(
                        () -> far.read(Cases.APPLICATIONS + "/" + UUID.randomUUID()));

        assertThat(there.answer().status()).isEqualTo(404);
        assertThat(there.answer().body()).isEqualTo(missing.answer().body());
        assertThat(there.commands()).isNotEmpty().isEqualTo(missing.commands());
    }

    private void takeBack() {
        BeneficiaryService.withdraws(consent, person);
        BeneficiaryService.waitForConsent(person, false);
    }

    private void agrees() {
        BeneficiaryService.gives(UUID.randomUUID(), person, null);
        BeneficiaryService.waitForConsent(person, true);
    }

    private static LocalDate today() {
        var clock = Staff.in("administrator").get("/local/v1/programme-clock").json();
        return LocalDate.parse(clock.path("today").asString());
    }

    private static void assertOpen(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private void assertClosed(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("consent-missing");
        assertThat(answer.json().path("purpose").asString()).isEqualTo("CASE_MANAGEMENT");
        assertThat(answer.body()).doesNotContain(Bodies.ACTIVITY, person.toString());
    }

    /** What is recorded as a read of what was written of her, or of an application. */
    private static List<Document> reads(UUID record) {
        try (var client = MongoForTest.client(RunningService.mongoUri())) {
            return client.getDatabase(RunningService.database())
                    .getCollection("access")
                    .find(
                            new Document("records", record)
                                    .append("type", new Document("$ne", "eligibility")))
                    .into(new ArrayList<>());
        }
    }
}

package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.beneficiary.opening.Openings;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.Test;

/** Break-glass: one file out of scope, for an hour, told at once and reviewed by another. */
class FileOpeningTest {

    private static final String OPENINGS = "/api/v1/file-openings";
    private static final String REASON = "Ба назди ман омад ва хунрезӣ дорад";

    private final Staff owner = Staff.worker();
    private final Map<String, Object> person = Cases.somebody();
    private final UUID id = Cases.registered(owner, person);
    private final String far = "far-" + UUID.randomUUID();
    private final Staff stranger = Staff.of(far, "hamdasti", List.of("case-worker"), "*");
    private final Staff officer = Staff.in("protection-officer");

    @Test
    void who_was_found_out_of_scope_is_opened_recorded_told_and_reviewed() {
        var search = Cases.search(stranger, person);
        var candidate =
                stranger.get("/api/v1/searches/" + search).json().path("candidates").path(0);

        var opened =
                stranger.post(
                        OPENINGS,
                        Map.of(
                                "search", search,
                                "candidate", candidate.asString(),
                                "reason", REASON));

        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var file = breakGlass(stranger).get(opened.location());
        assertThat(file.status()).as(file.toString()).isEqualTo(200);
        assertThat(file.json().path("person").path("phones").path(0).asString())
                .startsWith("+99293");
        assertThat(stranger.get(opened.location()).problem()).isEqualTo("purpose-required");
        assertThat(reads(opened.id(), "break-glass")).hasSize(1);
        assertThat(reads(id, "break-glass")).hasSize(1);
        assertThat(Database.told(opened.id()))
                .containsExactly(
                        Staff.JSON.valueToTree(
                                Map.of(
                                        "opening",
                                        opened.id(),
                                        "by",
                                        Staff.pseudonym(far),
                                        "district",
                                        Cases.DISTRICT)));
        assertThat(stranger.read("/api/v1/beneficiaries/" + id).status()).isEqualTo(404);
        assertThat(Database.collectionsHolding("хунрезӣ")).isEmpty();

        var path = OPENINGS + "/" + opened.id();
        assertThat(officer.get(OPENINGS + "?reviewed=false").body())
                .contains(opened.id().toString())
                .doesNotContain(id.toString());
        var seen = officer.with("Homeward-Purpose", "break-glass-review").get(path);
        assertThat(seen.json().path("reason").asString()).isEqualTo(REASON);
        assertThat(seen.json().path("beneficiary").asString()).isEqualTo(id.toString());
        assertThat(reads(id, "break-glass-review")).hasSize(1);
        var finding = Map.of("finding", "NOT_JUSTIFIED", "note", "A neighbour of hers");
        assertThat(officer.post(path + "/review", finding).status()).isEqualTo(428);
        assertThat(officer.ifMatch(7).post(path + "/review", finding).status()).isEqualTo(412);
        assertThat(officer.ifMatch(1).post(path + "/review", finding).status()).isEqualTo(200);
        var again = officer.ifMatch(2).post(path + "/review", finding);
        assertThat(again.problem()).isEqualTo("state-conflict");
        assertThat(again.json().path("state").asString()).isEqualTo("REVIEWED");
        assertThat(breakGlass(stranger).get(opened.location()).status()).isEqualTo(404);
        assertThat(officer.get(OPENINGS + "?reviewed=false").body())
                .doesNotContain(opened.id().toString());
    }

    @Test
    void a_file_is_opened_by_the_number_a_person_tells_and_closes_after_an_hour() {
        var opened = byNumber(stranger, caseNumber());
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var others = Staff.of("other", "hamdasti", List.of("case-worker"), "*");

        var theirs = breakGlass(others).get(opened.location());
        var nobodys = breakGlass(others).get(OPENINGS + "/" + UUID.randomUUID() + "/file");
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(nobodys.body());
        Database.change(
                "openings",
                opened.id(),
                "state.facts.at",
                Date.from(Instant.now().minusSeconds(3601)));

        assertThat(breakGlass(stranger).get(opened.location()).status()).isEqualTo(404);
    }

    @Test
    void an_opening_that_nobody_reviews_for_a_day_is_an_alarm_and_seen_by_a_gauge() {
        var opened = byNumber(stranger, caseNumber());
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var before = RunningService.alarms("opening-unreviewed");

        Database.change(
                "openings",
                opened.id(),
                "state.facts.at",
                Date.from(Instant.now().minus(Duration.ofHours(25))));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.alarms("opening-unreviewed") == before + 1);
        assertThat(RunningService.oldestUnreviewed()).isGreaterThan(Duration.ofHours(24));
        var finding = Map.of("finding", "JUSTIFIED", "note", "She bled");
        var review = OPENINGS + "/" + opened.id() + "/review";
        assertThat(officer.ifMatch(1).post(review, finding).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.oldestUnreviewed().compareTo(Duration.ofHours(24)) < 0);
        assertThat(RunningService.alarms("opening-unreviewed")).isEqualTo(before + 1);
    }

    @Test
    void an_opening_whose_reason_does_not_open_waits_with_the_others_and_holds_up_none() {
        var unreadable = byNumber(stranger, caseNumber()).id();
        var whole = byNumber(stranger, caseNumber()).id();
        var key =
                Database.replaceKey(
                        new Document("_id", unreadable)
                                .append("wrapped", new Binary(new byte[60])));
        var before = RunningService.alarms("opening-unreviewed");

        for (var opening : List.of(unreadable, whole)) {
            Database.change(
                    "openings",
                    opening,
                    "state.facts.at",
                    Date.from(Instant.now().minus(Duration.ofHours(25))));
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.alarms("opening-unreviewed") == before + 2);
        assertThat(RunningService.oldestUnreviewed()).isGreaterThan(Duration.ofHours(24));
        var finding = Map.of("finding", "JUSTIFIED", "note", "She bled");
        var review = OPENINGS + "/" + unreadable + "/review";
        assertThat(officer.ifMatch(1).post(OPENINGS + "/" + whole + "/review", finding).status())
                .isEqualTo(200);
        assertThat(officer.ifMatch(1).post(review, finding).problem())
                .isEqualTo("record-unreadable");
        Database.replaceKey(key);
        assertThat(officer.ifMatch(1).post(review, finding).status()).isEqualTo(200);
    }

    @Test
    void nobody_opens_what_she_may_read_or_what_is_not_there() {
        assertThat(byNumber(owner(), caseNumber()).problem()).isEqualTo("within-scope");
        assertThat(byNumber(owner(), "26-9999999-9").status()).isEqualTo(404);
        assertThat(stranger.post(OPENINGS, Map.of("reason", REASON)).pointer())
                .isEqualTo("/caseNumber");
        var others = Cases.search(owner, person);
        var candidate =
                owner.get("/api/v1/searches/" + others)
                        .json()
                        .path("candidates")
                        .path(0)
                        .asString();
        var body = Map.of("search", others, "candidate", candidate, "reason", REASON);
        assertThat(stranger.post(OPENINGS, body).status()).isEqualTo(404);
    }

    @Test
    void the_data_protection_officer_opens_a_file_as_seldom_and_is_reviewed_as_well() {
        var both =
                Staff.of(
                        "both-" + UUID.randomUUID(),
                        "mission",
                        List.of("data-protection-officer", "protection-officer"),
                        "*");

        var opened = byNumber(both, caseNumber());

        assertThat(breakGlass(both).get(opened.location()).status()).isEqualTo(200);
        var finding = Map.of("finding", "JUSTIFIED", "note", "My own affair");
        var review = OPENINGS + "/" + opened.id() + "/review";
        assertThat(both.ifMatch(1).post(review, finding).problem()).isEqualTo("own-opening");
        assertThat(officer.ifMatch(1).post(review, finding).status()).isEqualTo(200);
        assertThat(breakGlass(both).get(opened.location()).status()).isEqualTo(200);
    }

    @Test
    void three_a_day_are_all_and_one_that_fails_counts() {
        for (int i = 0; i < 3; i++) {
            assertThat(byNumber(stranger, "26-999999" + i + "-9").status()).isEqualTo(404);
        }

        var refused = byNumber(stranger, caseNumber());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void an_officer_of_another_district_sees_no_opening_of_this_one() {
        var opened = byNumber(stranger, caseNumber());
        var elsewhere = Staff.of("of-ayni", "mission", List.of("protection-officer"), "TJ-SU-AYNI");

        assertThat(elsewhere.get(OPENINGS).body()).doesNotContain(opened.id().toString());
        assertThat(
                        elsewhere
                                .with("Homeward-Purpose", "break-glass-review")
                                .get(OPENINGS + "/" + opened.id())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void what_was_said_of_her_goes_when_she_is_erased_and_that_her_file_was_opened_stays() {
        var opened = byNumber(stranger, caseNumber());
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var execution = erasure() + "/execution";

        var erased = Staff.in("data-protection-officer").ifMatch(1).post(execution, null);

        assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
        assertThat(Database.isKeyDestroyed(opened.id())).isTrue();
        assertThat(breakGlass(stranger).get(opened.location()).status()).isEqualTo(404);
        var path = OPENINGS + "/" + opened.id();
        var seen = officer.with("Homeward-Purpose", "break-glass-review").get(path);
        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        assertThat(seen.json().path("reason").isNull()).isTrue();
        assertThat(seen.json().path("by").asString()).startsWith("far-");
        var finding = Map.of("finding", "NOT_JUSTIFIED", "note", "A neighbour of hers");
        var late = officer.ifMatch(1).post(path + "/review", finding);
        assertThat(late.problem()).isEqualTo("state-conflict");
        assertThat(late.json().path("state").asString()).isEqualTo("ERASED");
    }

    @Test
    void who_opened_a_file_erases_the_person_only_once_that_was_reviewed() {
        var both = dataProtectionOfficer("erases-" + UUID.randomUUID());
        var opened = byNumber(both, caseNumber());
        assertThat(breakGlass(both).get(opened.location()).status()).isEqualTo(200);
        var execution = erasure() + "/execution";

        var early = both.ifMatch(1).post(execution, null);

        assertThat(early.status()).as(early.toString()).isEqualTo(403);
        assertThat(early.problem()).isEqualTo("another-decides");
        assertThat(Database.isKeyDestroyed(opened.id())).isFalse();
        var path = OPENINGS + "/" + opened.id();
        var seen = officer.with("Homeward-Purpose", "break-glass-review").get(path);
        assertThat(seen.json().path("reason").asString()).isEqualTo(REASON);
        var finding = Map.of("finding", "NOT_JUSTIFIED", "note", "A neighbour of hers");
        assertThat(officer.ifMatch(1).post(path + "/review", finding).status()).isEqualTo(200);
        var late = both.ifMatch(1).post(execution, null);
        assertThat(late.status()).as(late.toString()).isEqualTo(200);
    }

    @Test
    void an_opening_while_the_person_is_erased_is_seen_by_who_erases() {
        var subject = "meanwhile-" + UUID.randomUUID();
        var both = dataProtectionOfficer(subject);
        var number = caseNumber();
        var seen = new ArrayList<Boolean>();

        RunningService.bean(Journal.class)
                .<Boolean>inTransaction(
                        Origin.system("test", UUID.randomUUID()),
                        change -> {
                            seen.add(Openings.awaitReviewOf(subject, change, id));
                            if (seen.size() == 1) {
                                assertThat(byNumber(both, number).status()).isEqualTo(201);
                            }
                            return true;
                        });

        assertThat(seen).containsExactly(false, true);
    }

    private static Staff dataProtectionOfficer(String subject) {
        return Staff.of(subject, "mission", List.of("data-protection-officer"), "*");
    }

    /** Path of one that her case-worker has asked for. */
    private String erasure() {
        var asked =
                owner.post(
                        "/api/v1/beneficiaries/" + id + "/erasures",
                        Map.of("reason", "PERSON_ASKED"));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        return "/api/v1/erasures/" + asked.id();
    }

    private static Answer byNumber(Staff who, String caseNumber) {
        return who.post(OPENINGS, Map.of("caseNumber", caseNumber, "reason", REASON));
    }

    private String caseNumber() {
        var file = owner.read("/api/v1/beneficiaries/" + id).json();
        return file.path("caseNumber").asString();
    }

    /** Who may read the file, each time with an allowance of her own. */
    private static Staff owner() {
        return Staff.of("near-" + UUID.randomUUID(), "umed", List.of("case-worker"), "*");
    }

    private static Staff breakGlass(Staff who) {
        return who.with("Homeward-Purpose", "break-glass");
    }

    private static List<Document> reads(UUID record, String purpose) {
        return Database.stored(
                "access", new Document("records", record).append("purpose", purpose));
    }
}

package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.DatabaseCommands;
import org.homeward.kit.test.Images;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No consent, no data: what a no to work on her case closes, and what goes on without it. */
class ClosedFileTest {

    private static final String FILES = "/api/v1/beneficiaries";
    private static final String PARTNER = "closed-" + Cases.phone();
    private static final Map<String, String> ANSWERS = Map.of("MONEY", "NONE", "HUSBAND", "AWAY");

    private static final Map<String, String> AWAY =
            Map.of("kind", "SENDS_MONEY", "since", "2025-03-01");

    private final Staff worker = Staff.worker();
    private final Staff officer = Staff.in("protection-officer");
    private final Map<String, Object> somebody = Cases.somebody();
    private final UUID person = Cases.registered(worker, somebody);
    private final UUID consent = Cases.given(worker, person, "CASE_MANAGEMENT");
    private final String file = FILES + "/" + person;

    @Test
    void what_she_took_back_is_read_by_nobody_until_she_agrees_again() {
        var everyPart =
                List.of(
                        file,
                        household(person),
                        file + "/assessments",
                        assessment(),
                        file + "/evidence",
                        evidence(),
                        file + "/referrals",
                        referral());
        everyPart.forEach(path -> assertOpen(worker.read(path)));
        assertOpen(officer.read(file));
        var shown = reads();

        takeBack(consent);

        everyPart.forEach(path -> assertClosed(worker.read(path)));
        assertClosed(officer.read(file));
        assertClosed(Staff.inEveryRole("root", "umed").read(file));
        assertClosed(worker.with("Homeward-Purpose", "registration").get(file));
        assertThat(reads()).isEqualTo(shown);
        Cases.given(worker, person, "CASE_MANAGEMENT");
        everyPart.forEach(path -> assertOpen(worker.read(path)));
    }

    @Test
    void a_no_closes_her_file_and_a_question_that_she_has_not_answered_does_not() {
        var other = Cases.registered(worker, Cases.somebody());
        assertOpen(worker.read(FILES + "/" + other));
        var asked = Cases.asked(worker, other, "CASE_MANAGEMENT");
        assertOpen(worker.read(FILES + "/" + other));

        worker.ifMatch(1).post("/api/v1/consents/" + asked + "/refusal", null);

        assertClosed(worker.read(FILES + "/" + other));
        assertOpen(worker.read(file));
    }

    @Test
    void a_yes_that_has_run_out_closes_her_file_the_day_after_its_last() {
        Database.change("consents", consent, "state.validUntil", Selections.today().toString());
        assertOpen(worker.read(file));

        Database.change(
                "consents",
                consent,
                "state.validUntil",
                Selections.today().minusDays(1).toString());

        assertClosed(worker.read(file));
        Cases.asked(worker, person, "CASE_MANAGEMENT");
        assertClosed(worker.read(file));
        Cases.given(worker, person, "CASE_MANAGEMENT");
        assertOpen(worker.read(file));
    }

    @Test
    void a_list_goes_on_with_her_row_reduced_and_is_a_read_of_the_others_alone() {
        var organisation = "closed-" + UUID.randomUUID().toString().substring(0, 8);
        var here = Staff.workerOf(organisation, Cases.DISTRICT);
        var closed = Cases.registered(here, Cases.somebody());
        var open = Cases.registered(here, Cases.somebody());
        takeBack(here, Cases.given(here, closed, "CASE_MANAGEMENT"));

        var listed = DatabaseCommands.during(() -> here.read(FILES));

        var rows = listed.answer().json().path("items");
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.path(0).path("id").asString()).isEqualTo(open.toString());
        assertThat(rows.path(0).path("person").path("phones").size()).isEqualTo(1);
        assertThat(rows.path(0).path("consentMissing").isNull()).isTrue();
        assertThat(rows.path(1))
                .isEqualTo(
                        Staff.JSON.readTree(
                                """
                                {"id": "%s", "version": 1, "state": "REGISTERED", "caseNumber": null,
                                 "organisation": null, "district": null, "owner": null, "offeredTo": null,
                                 "person": null, "legibility": null, "consentMissing": "CASE_MANAGEMENT"}
                                """
                                        .formatted(closed)));
        assertThat(listed.commands()).filteredOn("find consents"::equals).hasSize(1);
        assertThat(Database.stored("access", new Document("organisation", organisation)))
                .singleElement()
                .satisfies(
                        access ->
                                assertThat(access.getList("records", UUID.class))
                                        .containsExactly(open));
    }

    @Test
    void who_looks_for_her_finds_her_file_and_nothing_that_is_in_it() {
        assertThat(candidates().body()).contains(family());

        takeBack(consent);

        var found = candidates();
        assertThat(found.body()).doesNotContain(family());
        var her = found.json().path(0);
        assertThat(her.path("beneficiary").asString()).isEqualTo(person.toString());
        assertThat(her.path("consentMissing").asString()).isEqualTo("CASE_MANAGEMENT");
        assertThat(her.path("person").isNull()).isTrue();
        assertThat(her.path("caseNumber").isNull()).isTrue();
    }

    @Test
    void what_is_hers_in_any_case_and_what_protects_her_goes_on() {
        var scan = evidence();
        Cases.given(worker, person, "CONTACT_BY_EMAIL");
        var story = Cases.asked(worker, person, "STORY_PUBLICATION");
        takeBack(consent);

        assertOpen(worker.read(file + "/consents"));
        assertThat(worker.read("/api/v1/consents/" + consent).json().path("state").asString())
                .isEqualTo("WITHDRAWN");
        var forHer = worker.with("Homeward-Purpose", "portability");
        assertThat(forHer.get(file + "/export?language=tg").body()).contains(family());
        assertThat(forHer.get(file + "/export/page?language=tg").body()).contains(family());
        var data = Staff.in("data-protection-officer");
        assertOpen(data.with("Homeward-Purpose", "data-protection").get(file + "/readings"));
        assertOpen(
                Staff.in("service-notification")
                        .with("Homeward-Purpose", "contact")
                        .get("/internal/v1/contacts/" + person + "/email"));
        assertOpen(
                Staff.in("service-story")
                        .with("Homeward-Purpose", "disclosure-review")
                        .post(
                                "/internal/v1/disclosure-tests",
                                Map.of(
                                        "consent",
                                        story,
                                        "texts",
                                        List.of(Map.of("language", "en", "text", "She sews.")))));
        var reviewing = officer.with("Homeward-Purpose", "disclosure-review");
        assertOpen(reviewing.get(file + "/evidence"));
        assertOpen(reviewing.get(scan));
        assertThat(addEvidence().status()).isEqualTo(201);
        var right = Map.of("person", Cases.somebody(), "district", Cases.DISTRICT);
        assertOpen(worker.ifMatch(1).put(file, right));
        var erasure = worker.post(file + "/erasures", Map.of("reason", "PERSON_ASKED"));
        assertThat(erasure.status()).as(erasure.toString()).isEqualTo(201);
    }

    @Test
    void another_purpose_than_ones_own_work_opens_nothing() {
        var scan = evidence();
        takeBack(consent);

        var claiming = worker.with("Homeward-Purpose", "disclosure-review");

        assertClosed(claiming.get(file + "/evidence"));
        assertClosed(claiming.get(scan));
        assertClosed(officer.read(scan));
    }

    @Test
    void breaking_the_glass_opens_nothing() {
        var stranger =
                Staff.of("far-" + UUID.randomUUID(), "hamdasti", List.of("case-worker"), "*");
        var caseNumber = worker.read(file).json().path("caseNumber").asString();
        var opened =
                stranger.post(
                        "/api/v1/file-openings",
                        Map.of(
                                "caseNumber",
                                caseNumber,
                                "reason",
                                "She came to us and needs a doctor"));
        var glass = stranger.with("Homeward-Purpose", "break-glass");
        assertOpen(glass.get(opened.location()));

        takeBack(consent);

        assertClosed(glass.get(opened.location()));
    }

    @Test
    void a_partner_is_told_who_she_is_no_more_and_she_is_sent_to_nobody() {
        var referral = referral();
        var partner = Staff.of("machine", PARTNER, List.of("partner-api"), "*");
        assertThat(partner.read(referral).body()).contains(family());

        takeBack(consent);

        var seen = partner.read(referral);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).doesNotContain(family());
        assertThat(seen.json().path("person").isNull()).isTrue();
        assertThat(seen.json().path("note").isNull()).isTrue();
        assertThat(partner.ifMatch(1).post(referral + "/acceptance", null).status()).isEqualTo(200);
        assertClosed(refer());
    }

    @Test
    void her_place_is_shown_without_its_rank_for_her_to_give_it_up() {
        Selections.seat(worker, person, Selections.opened(Cases.DISTRICT));
        var before = worker.read(file + "/places").json().path("items").path(0);
        assertThat(before.path("rank").asInt()).isEqualTo(1);

        takeBack(consent);

        var place = worker.read(file + "/places").json().path("items").path(0);
        assertThat(place.path("state").asString()).isEqualTo("SELECTED");
        assertThat(place.path("rank").isNull()).isTrue();
        assertOpen(
                worker.ifMatch(place.path("version").asLong())
                        .post(
                                "/api/v1/places/" + place.path("id").asString() + "/drop-out",
                                Map.of("reason", "She does not want it any more")));
    }

    @Test
    void a_household_is_read_by_the_file_of_who_agrees() {
        var sister = Selections.consenting(worker);
        household(person, sister);
        var hers = FILES + "/" + sister + "/household";
        var before = worker.read(hers).json();
        assertThat(before.at("/members/0/disability").asBoolean()).isTrue();
        assertThat(before.path("withDisability").asInt()).isEqualTo(1);

        takeBack(consent);

        assertClosed(worker.read(file + "/household"));
        var shown = worker.read(hers);
        assertOpen(shown);
        assertThat(shown.json().at("/members/0"))
                .isEqualTo(
                        Staff.JSON.readTree(
                                """
                                {"beneficiary": "%s", "person": null, "relation": "HEAD", "disability": null,
                                 "inSchool": null, "absence": null, "consentMissing": "CASE_MANAGEMENT"}
                                """
                                        .formatted(person)));
        assertThat(shown.json().path("members").path(1)).isEqualTo(before.path("members").path(1));
        for (var counted :
                List.of(
                        "withDisability",
                        "inSchool",
                        "dependants",
                        "supporters",
                        "dependencyRatio")) {
            assertThat(before.path(counted).isNull()).as(counted).isFalse();
            assertThat(shown.json().path(counted).isNull()).as(counted).isTrue();
        }
    }

    @Test
    void a_household_is_corrected_without_what_is_not_shown_of_her_and_that_stays() {
        var sister = Selections.consenting(worker);
        household(person, sister);
        var hers = FILES + "/" + sister + "/household";
        var before = worker.read(hers).json().at("/members/0");
        takeBack(consent);

        var unsaid = worker.ifMatch(1).put(hers, corrected(sister, null, "RENTED"));
        var madeUp = worker.ifMatch(2).put(hers, corrected(sister, false, "TEMPORARY"));

        assertOpen(unsaid);
        assertOpen(madeUp);
        Cases.given(worker, person, "CASE_MANAGEMENT");
        var now = worker.read(hers).json();
        assertThat(now.path("dwelling").asString()).isEqualTo("TEMPORARY");
        assertThat(before.path("disability").asBoolean()).isTrue();
        for (var untouched : List.of("disability", "inSchool", "absence")) {
            assertThat(now.at("/members/0").path(untouched)).isEqualTo(before.path(untouched));
        }
        assertThat(now.at("/members/0/relation").asString()).isEqualTo("PARENT");
    }

    @Test
    void of_everybody_else_a_household_says_who_has_a_disability_or_is_in_school() {
        var sister = Selections.consenting(worker);
        var hers = FILES + "/" + sister + "/household";
        var both = corrected(sister, null, "RENTED");
        assertThat(worker.post(hers, both).pointer()).isEqualTo("/household/members/0/disability");
        household(person, sister);
        takeBack(consent);
        var again = Cases.given(worker, person, "CASE_MANAGEMENT");

        var open = worker.ifMatch(1).put(hers, both);
        takeBack(again);
        var known = Database.stored("households", new Document("state.beneficiaries", person));
        var circumstances =
                known.getFirst().get("state", Document.class).get("circumstances", UUID.class);
        var key = Database.removeKey(circumstances);
        var unreadable = worker.ifMatch(1).put(hers, corrected(sister, true, "RENTED"));
        assertThat(unreadable.problem()).isEqualTo("record-unreadable");
        Database.addKey(key);
        Database.destroyKeys(List.of(circumstances));
        var gone = worker.ifMatch(1).put(hers, both);

        for (var refused : List.of(open, gone)) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.pointer()).isEqualTo("/household/members/0/disability");
        }
        assertOpen(worker.ifMatch(1).put(hers, corrected(sister, true, "RENTED")));
    }

    @Test
    void one_query_tells_whether_a_file_is_closed_and_none_is_made_for_a_stranger() {
        takeBack(consent);
        var foreign = Staff.workerOf("hamdasti", "*");

        var closed = DatabaseCommands.during(() -> worker.read(file));
        var there = DatabaseCommands.during(() -> foreign.read(file));
        var missing = DatabaseCommands.during(() -> foreign.read(FILES + "/" + UUID.randomUUID()));

        assertClosed(closed.answer());
        assertThat(closed.commands()).containsExactly("find beneficiaries", "find consents");
        assertThat(there.answer().status()).isEqualTo(404);
        assertThat(there.answer().body()).isEqualTo(missing.answer().body());
        assertThat(there.commands()).isNotEmpty().isEqualTo(missing.commands());
    }

    private static void assertOpen(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void assertClosed(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("consent-missing");
        assertThat(answer.json().path("purpose").asString()).isEqualTo("CASE_MANAGEMENT");
        assertThat(answer.body()).doesNotContain(family(), person.toString());
    }

    private void takeBack(UUID consent) {
        takeBack(worker, consent);
    }

    private static void takeBack(Staff who, UUID consent) {
        assertOpen(who.post("/api/v1/consents/" + consent + "/withdrawal", null));
    }

    /** How often she is told to have been read. */
    private int reads() {
        return Database.stored("access", new Document("records", person)).size();
    }

    private Answer candidates() {
        var search = Cases.search(worker, somebody);
        return worker.with("Homeward-Purpose", "registration")
                .get("/api/v1/searches/" + search + "/candidates");
    }

    private String assessment() {
        var card = Selections.cardInUse();
        return "/api/v1/assessments/"
                + Selections.made(Selections.assess(worker, person, card, ANSWERS));
    }

    private String evidence() {
        return addEvidence().location();
    }

    private Answer addEvidence() {
        var scan = Base64.getEncoder().encodeToString(Images.scan(16, 16));
        return worker.post(file + "/evidence", Map.of("kind", "PHOTOGRAPH", "content", scan));
    }

    private String referral() {
        var share =
                worker.post(
                        file + "/consents",
                        Map.of(
                                "purpose", "SHARING_WITH_PARTNER",
                                "partner", PARTNER,
                                "language", "tg",
                                "textVersion", "2026-1"));
        var yes = "/api/v1/consents/" + share.id() + "/agreement";
        assertOpen(worker.ifMatch(1).post(yes, Cases.signed()));
        return refer().location();
    }

    private Answer refer() {
        return worker.post(
                file + "/referrals",
                Map.of(
                        "service", "LEGAL_AID",
                        "partner", PARTNER,
                        "due", "2090-01-01",
                        "note", "Ҳуҷҷат лозим"));
    }

    /** The first is the head, and goes to school with a disability. */
    private String household(UUID... people) {
        var members =
                List.of(people).stream()
                        .map(
                                who ->
                                        Map.of(
                                                "beneficiary",
                                                who,
                                                "relation",
                                                who.equals(people[0]) ? "HEAD" : "SIBLING",
                                                "disability",
                                                who.equals(people[0]),
                                                "inSchool",
                                                who.equals(people[0])))
                        .toList();
        var path = FILES + "/" + people[0] + "/household";
        var answer =
                worker.post(
                        path,
                        Map.of(
                                "household",
                                Map.of(
                                        "members",
                                        members,
                                        "incomes",
                                        List.of("HELP_OF_OTHERS"),
                                        "dwelling",
                                        "OF_RELATIVES")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return path;
    }

    /**
     * With her as the parent of a head who has no disability.
     *
     * @param her what is said of her disability and school, and that she is away; null for nothing
     */
    private Map<String, Object> corrected(UUID head, @Nullable Boolean her, String dwelling) {
        var parent = new HashMap<String, Object>(Map.of("beneficiary", person));
        parent.put("relation", "PARENT");
        parent.put("disability", her);
        parent.put("inSchool", her);
        parent.put("absence", her == null ? null : AWAY);
        var other =
                Map.of(
                        "beneficiary",
                        head,
                        "relation",
                        "HEAD",
                        "disability",
                        false,
                        "inSchool",
                        false);
        return Map.of(
                "household",
                Map.of(
                        "members", List.of(parent, other),
                        "incomes", List.of("FARMING"),
                        "dwelling", dwelling));
    }

    private String family() {
        JsonNode known = Staff.JSON.valueToTree(somebody);
        return known.path("name").path("family").asString();
    }
}

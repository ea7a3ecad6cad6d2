package org.homeward.beneficiary.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.beneficiary.erasure.Erasures;
import org.homeward.beneficiary.hold.Holds;
import org.homeward.beneficiary.registration.PartOfFile;
import org.homeward.contracts.grant.GrantErasureConfirmed;
import org.homeward.contracts.notification.NotificationErasureConfirmed;
import org.homeward.contracts.story.StoryErasureConfirmed;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.DatabaseCommands;
import org.homeward.kit.test.Images;
import org.homeward.kit.test.NeighbourEvents;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import tools.jackson.databind.JsonNode;

/** Somebody does not want to be known here any more. */
class ErasureJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration SEARCHED = Duration.ofSeconds(5);
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final String ERASE_AGAIN =
            "Erase again whom an old back-up of the data brought back";
    private static final String NOTE = "Ҳуҷҷат лозим";

    private final Staff worker = Staff.worker();
    private final Staff officer = Staff.in("data-protection-officer");
    private final Map<String, Object> somebody = Cases.somebody();
    private final Set<UUID> tokensOfOthers = tokens();
    private final UUID person = Cases.registered(worker, somebody);
    private final String file = "/api/v1/beneficiaries/" + person;

    @Test
    void all_that_is_kept_of_her_is_destroyed_at_once_and_the_row_shows_it() {
        var agreed = Cases.given(worker, person, "CASE_MANAGEMENT");
        var story = Cases.asked(worker, person, "STORY_PUBLICATION");
        var assessment = assessed();
        var referral = referred();
        var household = made(worker.post(file + "/household", householdWithHerMother()));
        var circumstances = circumstances(household);
        var mother = plainMember(household);
        made(worker.post(file + "/evidence", scan()));
        var entries = entriesOf(person);
        var hers = tokensOfHer();
        assertThat(Database.sealedRecordsNaming(person)).contains(person, assessment, referral);
        assertThat(partsThatKnowWhenTheyWereChanged())
                .contains("FileItself", "AssessmentsOfFile", "ReferralsOfFile")
                .contains("HouseholdOfFile", "EvidenceOfFile", "ConsentsOfFile");
        var erasure = asked();

        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));

        assertThat(List.of(person, assessment, referral, circumstances, mother))
                .allMatch(Database::isKeyDestroyed);
        assertThat(Database.sealedRecordsNaming(person)).allMatch(Database::isKeyDestroyed);
        assertThat(stored(hers)).isEmpty();
        assertThat(Database.stored("evidence_contents", new Document("beneficiary", person)))
                .isEmpty();
        var stored = Database.stored("beneficiaries", new Document("_id", person)).getFirst();
        assertThat(stored.get("state", Document.class).keySet())
                .containsExactlyInAnyOrder(
                        "_class", "_id", "organisation", "district", "ownership", "erasedOn");
        var row = rowOfHer();
        assertThat(row.path("state").asString()).isEqualTo("ERASED");
        assertThat(row.path("person").isNull()).isTrue();
        assertThat(row.path("caseNumber").isNull()).isTrue();
        assertThat(row.path("legibility").asString()).isEqualTo("ERASED");
        assertThat(List.of(agreed, story)).allMatch(consent -> state(consent).equals("ERASED"));
        assertThat(worker.read(file + "/household").status()).isEqualTo(404);
        assertThat(worker.read(file + "/referrals").json().path("items").size()).isZero();
        assertThat(worker.read("/api/v1/assessments/" + assessment).json().path("lines").isNull())
                .isTrue();
        assertThat(entriesOf(person)).startsWith(entries.toArray(Document[]::new));
    }

    @Test
    void
            an_old_back_up_of_the_data_and_the_newest_vault_give_nothing_of_her_and_the_trail_agrees() {
        var referral = referred();
        var tokens = tokensOfHer();
        var before = row("beneficiaries", person);
        assertThat(worker.read("/api/v1/referrals/" + referral).body()).contains(NOTE);
        var erasure = asked();
        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));
        var after = row("beneficiaries", person);

        Database.replace("beneficiaries", before);
        comeInLate(tokens);
        var opened = worker.read("/api/v1/referrals/" + referral);
        var row = rowOfHer();
        var candidates =
                worker.with("Homeward-Purpose", "registration")
                        .get("/api/v1/searches/" + Cases.search(worker, somebody) + "/candidates");
        Database.replace("beneficiaries", after);
        Database.remove("lookup", new Document("_id", new Document("$in", ids(tokens))));

        assertThat(before).isNotEqualTo(after);
        assertThat(row.path("legibility").asString()).isEqualTo("ERASED");
        assertThat(row.path("person").isNull()).isTrue();
        assertThat(opened.status()).isLessThan(500);
        assertThat(opened.body()).doesNotContain(NOTE);
        ok(candidates);
        assertThat(candidates.body()).doesNotContain("family");
        assertThat(entriesOf(person)).hasSizeGreaterThan(1);
        assertThat(findings()).doesNotContain(person.toString(), referral.toString());
    }

    @Test
    void whom_an_old_back_up_brings_back_is_erased_again_before_anybody_is_answered() {
        var number = rowOfHer().path("caseNumber").asString();
        var other = Cases.registered(worker, Cases.somebody());
        var story = Cases.asked(worker, person, "STORY_PUBLICATION");
        Cases.given(worker, person, "CASE_MANAGEMENT");
        Cases.given(worker, other, "CASE_MANAGEMENT");
        var household = made(worker.post(file + "/household", householdWith(other)));
        made(worker.post(file + "/evidence", scan()));
        var hers = new Document("beneficiary", person);
        var tokens = tokensOfHer();
        var scans = Database.stored("evidence_contents", hers);
        var back = List.of(person, other, household, story);
        var before = back.stream().map(ErasureJourneyTest::stateOfRow).toList();
        var first = asked();
        ok(officer.ifMatch(1).post(path(first) + "/execution", null));
        var second =
                made(
                        worker.post(
                                "/api/v1/beneficiaries/" + other + "/erasures",
                                Map.of("reason", "PERSON_ASKED")));
        ok(officer.ifMatch(1).post(path(second) + "/execution", null));
        assertThat(Database.collectionsHolding(number)).isEmpty();

        Database.change("beneficiaries", person, "state", before.get(0));
        Database.change("beneficiaries", other, "state", before.get(1));
        Database.change("households", household, "state", before.get(2));
        Database.change("consents", story, "state", before.get(3));
        Database.remove("erasures", new Document("_id", first));
        Database.remove("erasures", new Document("_id", second));
        comeInLate(tokens);
        Database.add("evidence_contents", scans);
        assertThat(Database.collectionsHolding(number)).isNotEmpty();
        startedAgain();

        assertThat(Database.collectionsHolding(number)).isEmpty();
        assertThat(stored(tokens)).isEmpty();
        assertThat(Database.stored("evidence_contents", hers)).isEmpty();
        assertThat(back)
                .extracting(ErasureJourneyTest::classOfRow)
                .containsExactly(
                        "beneficiary.erased",
                        "beneficiary.erased",
                        "household.dissolved",
                        "consent.erased");
        assertThat(Database.sealedRecordsNaming(person)).allMatch(Database::isKeyDestroyed);
        assertThat(entriesOf(person).getLast().get("fact", Document.class).getString("action"))
                .isEqualTo("erase again who was brought back");
        var again =
                Database.stored(
                        "erasures",
                        new Document("state.request.beneficiary", person)
                                .append("state.request.reason", "BROUGHT_BACK"));
        assertThat(again).hasSize(1);
        assertThat(Database.told(again.getFirst().get("_id", UUID.class))).hasSize(1);
        assertThat(awaited(again.getFirst().get("_id", UUID.class))).contains("STORY");

        var entries = entriesOf(person);
        startedAgain();
        assertThat(entriesOf(person)).isEqualTo(entries);
    }

    @Test
    void after_the_start_only_who_could_not_be_erased_again_is_tried_again() {
        var story = Cases.asked(worker, person, "STORY_PUBLICATION");
        var agreed = Cases.given(worker, person, "CASE_MANAGEMENT");
        var other = Cases.registered(worker, Cases.somebody());
        var back = List.of(person, story, other, agreed);
        var before = back.stream().map(ErasureJourneyTest::stateOfRow).toList();
        erase(person);
        erase(other);
        Database.change("beneficiaries", person, "state", before.get(0));
        Database.change(
                "consents", story, "state", new Document(before.get(1)).append("_class", "none"));
        Database.change("consents", agreed, "state", before.get(3));
        double alarms = RunningService.alarms("erasure");

        var again = startedAgain();
        var atTheStart = List.of(classOfRow(person), classOfRow(agreed));
        Database.change("consents", story, "state", before.get(1));
        Database.change("beneficiaries", other, "state", before.get(2));
        again.doWhatIsDone(SEARCHED);
        again.doWhatIsDone(HOURLY);

        assertThat(atTheStart).containsExactly("beneficiary.registered", "consent.withdrawn");
        assertThat(RunningService.alarms("erasure")).isEqualTo(alarms + 2);
        assertThat(back)
                .extracting(ErasureJourneyTest::classOfRow)
                .containsExactly(
                        "beneficiary.erased",
                        "consent.erased",
                        "beneficiary.registered",
                        "consent.erased");
        startedAgain();
        assertThat(classOfRow(other)).isEqualTo("beneficiary.erased");
    }

    @Test
    void a_no_that_an_old_back_up_does_not_know_counts_again_before_anybody_is_answered() {
        var agreed = Cases.given(worker, person, "CASE_MANAGEMENT");
        var asked = Cases.asked(worker, person, "RESEARCH");
        var first = Cases.given(worker, person, "CONTACT_BY_SMS");
        var second = Cases.given(worker, person, "CONTACT_BY_SMS");
        var stands = Cases.given(worker, person, "CONTACT_BY_PHONE");
        var back = List.of(agreed, asked, first, second);
        var before = back.stream().map(ErasureJourneyTest::stateOfRow).toList();
        ok(worker.post("/api/v1/consents/" + agreed + "/withdrawal", null));
        ok(worker.ifMatch(1).post("/api/v1/consents/" + asked + "/refusal", null));
        ok(worker.post("/api/v1/consents/" + second + "/withdrawal", null));

        for (int i = 0; i < back.size(); i++) {
            Database.change("consents", back.get(i), "state", before.get(i));
        }
        var open = worker.read(file).status();
        startedAgain();

        assertThat(open).isEqualTo(200);
        assertThat(worker.read(file).problem()).isEqualTo("consent-missing");
        assertThat(back)
                .extracting(ErasureJourneyTest::classOfRow)
                .containsOnly("consent.withdrawn");
        assertThat(classOfRow(stands)).isEqualTo("consent.given");
        assertThat(Database.told(agreed)).hasSize(3);
        var entries = entriesOf(agreed);
        assertThat(entries.getLast().get("fact", Document.class))
                .containsEntry("action", "withdraw again what was brought back")
                .containsEntry("subject", "system");

        startedAgain();
        assertThat(entriesOf(agreed)).isEqualTo(entries);
    }

    @Test
    void nobody_is_erased_and_no_consent_withdrawn_for_a_tombstone_of_another_hand() {
        var agreed = Cases.given(worker, person, "CASE_MANAGEMENT");
        double alarms = RunningService.alarms("vault-forged");
        var forged = new Document("_id", agreed).append("destroyed", Instant.now());
        Database.addKey(forged);
        var key =
                Database.replaceKey(new Document("_id", person).append("destroyed", Instant.now()));

        startedAgain();

        var row = rowOfHer();
        Database.replaceKey(key);
        Database.takeKey(new Document("_id", agreed));
        assertThat(RunningService.alarms("vault-forged")).isGreaterThan(alarms);
        assertThat(row.path("legibility").asString()).isEqualTo("ERASED");
        assertThat(classOfRow(person)).isEqualTo("beneficiary.registered");
        assertThat(classOfRow(agreed)).isEqualTo("consent.given");
        assertThat(worker.read(file).status()).isEqualTo(200);
    }

    @Test
    void who_is_back_is_found_wherever_she_stands_among_thousands_of_destroyed_keys() {
        var before = stateOfRow(person);
        erase(person);
        Database.change("beneficiaries", person, "state", before);
        var other = Cases.registered(worker, Cases.somebody());
        var consents = IntStream.range(0, 12).mapToObj(i -> asked(other, nth(300 * i))).toList();
        var asked = consents.stream().map(ErasureJourneyTest::stateOfRow).toList();
        ok(worker.post("/api/v1/consents/" + consents.getFirst() + "/withdrawal", null));
        IntStream.range(0, 12)
                .forEach(i -> Database.change("consents", consents.get(i), "state", asked.get(i)));
        var others =
                IntStream.range(0, 3_301)
                        .filter(i -> i % 300 != 0)
                        .mapToObj(ErasureJourneyTest::nth)
                        .toList();
        Database.destroyKeys(others);

        startedAgain();

        Database.forgetKeys(others);
        assertThat(consents)
                .extracting(ErasureJourneyTest::classOfRow)
                .containsOnly("consent.withdrawn");
        assertThat(classOfRow(person)).isEqualTo("beneficiary.erased");
    }

    /** In this order as the vault has them, before almost all others, and random to look at. */
    private static UUID nth(int n) {
        return new UUID((long) n << 16 | 0x4000, 1L << 63);
    }

    private UUID asked(UUID who, UUID consent) {
        return made(
                worker.post(
                        "/api/v1/beneficiaries/" + who + "/consents",
                        Map.of(
                                "id", consent,
                                "purpose", "RESEARCH",
                                "language", "tg",
                                "textVersion", "2026-1")));
    }

    @Test
    void where_the_search_fails_it_is_begun_again_within_seconds_and_the_service_is_not_ready() {
        var before = stateOfRow(person);
        erase(person);
        Database.change("beneficiaries", person, "state", before);
        double alarms = RunningService.alarms("erasure");

        var again = Database.whileNoKeyCanBeRead(ErasureJourneyTest::startedAgain);
        var atTheStart = again.useCase().health();
        again.doWhatIsDone(SEARCHED);

        assertThat(atTheStart).isEqualTo(Health.down().build());
        assertThat(classOfRow(person)).isEqualTo("beneficiary.erased");
        assertThat(RunningService.alarms("erasure")).isEqualTo(alarms + 1);
        assertThat(again.useCase().health()).isEqualTo(Health.up().build());
    }

    @Test
    void a_tombstone_of_no_record_holds_up_neither_the_search_nor_the_service() {
        var before = stateOfRow(person);
        erase(person);
        Database.change("beneficiaries", person, "state", before);
        // after all ids of records
        var planted = new Document("_id", new Binary((byte) 4, new byte[17]));
        Database.addKey(new Document(planted).append("destroyed", Instant.now()));
        double alarms = RunningService.alarms("vault-forged");

        var again = startedAgain();
        Database.takeKey(planted);

        assertThat(again.useCase().health()).isEqualTo(Health.up().build());
        assertThat(classOfRow(person)).isEqualTo("beneficiary.erased");
        assertThat(RunningService.alarms("vault-forged")).isGreaterThan(alarms);
    }

    @Test
    void the_service_is_ready_when_all_were_looked_for() {
        var ready = Staff.operator().get("/actuator/health/readiness");

        assertThat(ready.json().path("components").propertyNames())
                .containsExactlyInAnyOrder("readinessState", "primary", ERASE_AGAIN);
    }

    @Test
    void a_file_that_can_not_be_read_keeps_nobody_of_its_portion_from_being_erased_again() {
        var other = Cases.registered(worker, Cases.somebody());
        var before = List.of(stateOfRow(person), stateOfRow(other));
        erase(person);
        erase(other);
        Database.change(
                "beneficiaries",
                person,
                "state",
                new Document(before.getFirst()).append("_class", "none"));
        Database.change("beneficiaries", other, "state", before.getLast());
        double alarms = RunningService.alarms("erasure");

        var again = startedAgain();
        var atTheStart = classOfRow(other);
        Database.change("beneficiaries", person, "state", before.getFirst());
        again.doWhatIsDone(HOURLY);

        assertThat(atTheStart).isEqualTo("beneficiary.erased");
        assertThat(RunningService.alarms("erasure")).isEqualTo(alarms + 1);
        assertThat(again.useCase().health()).isEqualTo(Health.up().build());
        assertThat(classOfRow(person)).isEqualTo("beneficiary.erased");
    }

    private static RunningService.Started startedAgain() {
        return RunningService.startedAgain(ERASE_AGAIN);
    }

    private void erase(UUID who) {
        var erasure =
                made(
                        worker.post(
                                "/api/v1/beneficiaries/" + who + "/erasures",
                                Map.of("reason", "PERSON_ASKED")));
        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));
    }

    private static Document stateOfRow(UUID id) {
        return rowOf(id).get("state", Document.class);
    }

    private static String classOfRow(UUID id) {
        return stateOfRow(id).getString("_class");
    }

    private static Document rowOf(UUID id) {
        return Stream.of("beneficiaries", "households", "consents")
                .flatMap(
                        collection -> Database.stored(collection, new Document("_id", id)).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Document row(String collection, UUID id) {
        return Database.stored(collection, new Document("_id", id)).getFirst();
    }

    /** Whatever the trail and its seals do not agree in. */
    private static String findings() {
        var answer = Staff.in("auditor").post("/ops/v1/audit/verification", null);
        ok(answer);
        return answer.json().path("findings").toString();
    }

    @Test
    void it_is_told_by_random_ids_and_nothing_joins_her_story_to_her() {
        var story = Cases.asked(worker, person, "STORY_PUBLICATION");
        var erasure = asked();

        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));

        assertThat(Database.told(erasure))
                .containsExactly(
                        Staff.JSON.valueToTree(Map.of("erasure", erasure, "beneficiary", person)));
        var told = Database.told(story);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().propertyNames()).containsExactly("consent", "purpose");
        assertThat(told.getLast().propertyNames()).containsExactly("consent", "purpose", "erasure");
        assertThat(told.toString())
                .doesNotContain(erasure.toString())
                .doesNotContain(person.toString());
    }

    @Test
    void nothing_more_is_done_for_who_was_erased_and_nobody_finds_her() {
        var erasure = asked();
        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));

        var corrected =
                worker.ifMatch(2).put(file, Map.of("person", somebody, "district", Cases.DISTRICT));
        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(409);
        assertThat(corrected.json().path("state").asString()).isEqualTo("ERASED");
        var consent =
                worker.post(
                        file + "/consents",
                        Map.of("purpose", "RESEARCH", "language", "tg", "textVersion", "1"));
        assertThat(consent.json().path("state").asString()).isEqualTo("ERASED");
        assertThat(worker.post(file + "/evidence", scan()).json().path("state").asString())
                .isEqualTo("ERASED");
        assertThat(ask(worker).json().path("state").asString()).isEqualTo("ERASED");
        var search = Cases.search(worker, somebody);
        assertThat(worker.get("/api/v1/searches/" + search).json().path("candidates").size())
                .isZero();
    }

    @Test
    void it_is_complete_and_certified_when_every_service_has_confirmed() throws Exception {
        var story = Cases.asked(worker, person, "STORY_PUBLICATION");
        var erasure = asked();
        var hers = tokensOfHer();
        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));
        var order = UUID.fromString(Database.told(story).getLast().path("erasure").asString());
        var early = worker.get(path(erasure) + "/certificate");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("state").asString()).isEqualTo("ORDERED");
        comeInLate(hers);

        confirmByAll(erasure);
        await().atMost(SOON).until(() -> awaited(erasure).equals("[\"STORY\"]"));
        NeighbourEvents.tell("story-erasure", order, new StoryErasureConfirmed(order));
        await().atMost(SOON).until(() -> awaited(erasure).equals("[]"));
        assertThat(stateOf(erasure)).isEqualTo("ORDERED");
        settle(erasure);

        await().atMost(SOON).until(() -> stateOf(erasure).equals("COMPLETE"));
        assertThat(stored(hers)).isEmpty();
        var certificate = worker.get(path(erasure) + "/certificate").json();
        var text = certificate.path("certificate").asString();
        assertThat(text).contains(erasure.toString()).doesNotContain(person.toString());
        assertThat(verifies(text, certificate.path("signature").asString())).isTrue();
    }

    @Test
    void any_number_of_noes_holds_up_no_erasure_what_stands_ends_at_once_and_they_in_portions() {
        var no = Cases.asked(worker, person, "RESEARCH");
        ok(worker.post("/api/v1/consents/" + no + "/withdrawal", null));
        Cases.like(no, 1_200);
        var agreed = Cases.given(worker, person, "CASE_MANAGEMENT");
        var asked = Cases.asked(worker, person, "CONTACT_BY_EMAIL");
        var erasure = asked();

        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));

        assertThat(List.of(classOfRow(agreed), classOfRow(asked))).containsOnly("consent.erased");
        assertThat(noes()).isBetween(1, 1_199);
        confirmByAll(erasure);
        await().atMost(SOON).until(() -> awaited(erasure).equals("[]"));
        settle(erasure);
        await().atMost(SOON).until(() -> stateOf(erasure).equals("COMPLETE"));
        assertThat(noes()).isZero();
        assertThat(consentsByCommand()).hasSizeGreaterThan(2).allMatch(many -> many <= 500);
    }

    @Test
    void however_much_there_is_of_her_its_keys_are_destroyed_by_one_write() {
        Cases.given(worker, person, "CASE_MANAGEMENT");
        var assessment = row("assessments", assessed());
        var more =
                Stream.generate(() -> new Document(assessment).append("_id", UUID.randomUUID()))
                        .map(copy -> copy.append("version", 0L)) // of no entries
                        .limit(2_000)
                        .toList();
        Database.add("assessments", more);
        var erasure = asked();

        var executed =
                DatabaseCommands.during(
                        () -> officer.ifMatch(1).post(path(erasure) + "/execution", null));

        ok(executed.answer());
        assertThat(executed.commands()).filteredOn("update keys"::equals).hasSize(1);
        assertThat(ids(more)).allMatch(Database::isKeyDestroyed);
    }

    private int noes() {
        var hers =
                new Document("state.request.beneficiary", person)
                        .append("state._class", "consent.withdrawn");
        return Database.stored("consents", hers).size();
    }

    /** How many of her consents each change wrote that erased some. */
    private Collection<Long> consentsByCommand() {
        var hers = Database.stored("consents", new Document("state.request.beneficiary", person));
        var entries =
                Database.stored(
                        "journal",
                        new Document("_id.a", new Document("$in", ids(hers)))
                                .append("events.type", "homeward.consent.erased.v1"));
        return entries.stream()
                .map(entry -> entry.get("fact", Document.class).get("command", UUID.class))
                .collect(Collectors.groupingBy(command -> command, Collectors.counting()))
                .values();
    }

    private static void confirmByAll(UUID erasure) {
        NeighbourEvents.tell("grant-erasure", erasure, new GrantErasureConfirmed(erasure));
        NeighbourEvents.tell(
                "notification-erasure", erasure, new NotificationErasureConfirmed(erasure));
        NeighbourEvents.tell("story-erasure", erasure, new StoryErasureConfirmed(erasure));
    }

    /** As it is when the minute after the last confirmation is over. */
    private static void settle(UUID erasure) {
        Database.change(
                "erasures", erasure, "state.at", Date.from(Instant.now().minusSeconds(120)));
    }

    @Test
    void a_second_person_decides_whatever_roles_the_first_has() {
        var both = List.of("case-worker", "data-protection-officer", "administrator");
        var first = Staff.of("both-1", "umed", both, "*");
        var erasure = made(ask(first));

        var own = first.ifMatch(1).post(path(erasure) + "/execution", null);
        var refusal =
                first.ifMatch(1).post(path(erasure) + "/refusal", Map.of("reason", "NOT_HER_WISH"));

        assertThat(own.status()).as(own.toString()).isEqualTo(403);
        assertThat(own.problem()).isEqualTo("another-decides");
        assertThat(refusal.problem()).isEqualTo("another-decides");
        assertThat(rowOfHer().path("state").asString()).isEqualTo("REGISTERED");
        assertThat(ask(worker).json().path("state").asString()).isEqualTo("ASKED");
        ok(officer.ifMatch(1).post(path(erasure) + "/refusal", Map.of("reason", "NOT_HER_WISH")));
        assertThat(officer.ifMatch(2).post(path(erasure) + "/execution", null).status())
                .isEqualTo(409);
        made(ask(worker));
    }

    @Test
    void nobody_asks_for_a_reason_that_the_service_alone_finds_out() {
        for (String reason : List.of("RETENTION_ENDED", "BROUGHT_BACK")) {
            var answer = worker.post(file + "/erasures", Map.of("reason", reason));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        }
        assertThat(Database.stored("erasures", new Document("state.request.beneficiary", person)))
                .isEmpty();
    }

    @Test
    void who_may_not_decide_destroys_nothing_even_for_a_moment() {
        var both = List.of("case-worker", "data-protection-officer");
        var first = Staff.of("both-2", "umed", both, "*");
        var erasure = made(ask(first));

        var own =
                DatabaseCommands.during(
                        () -> first.ifMatch(1).post(path(erasure) + "/execution", null));

        assertThat(own.answer().problem()).isEqualTo("another-decides");
        assertThat(own.commands())
                .isNotEmpty()
                .noneMatch(command -> command.matches("(insert|update|delete|findAndModify) .*"));
    }

    @Test
    void what_was_known_of_her_household_is_destroyed_and_the_others_keep_what_is_theirs() {
        Cases.given(worker, person, "CASE_MANAGEMENT");
        var other = Selections.consenting(worker);
        var household = made(worker.post(file + "/household", householdWith(other)));
        var ofBoth = circumstances(household);

        erase(person);

        assertThat(Database.isKeyDestroyed(ofBoth)).isTrue();
        var rest = worker.read("/api/v1/beneficiaries/" + other + "/household").json();
        assertThat(rest.path("legibility").asString()).isEqualTo("READABLE");
        assertThat(rest.path("members").findValuesAsString("beneficiary"))
                .containsExactly(other.toString());
    }

    @Test
    void a_household_that_nobody_can_read_any_more_keeps_no_erasure_back() {
        Cases.given(worker, person, "CASE_MANAGEMENT");
        var other = Selections.consenting(worker);
        var household = made(worker.post(file + "/household", householdWith(other)));
        var circumstances = circumstances(household);
        Database.removeKey(circumstances);
        var erasure = asked();

        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));

        assertThat(Database.isKeyDestroyed(person)).isTrue();
        // whoever finds it reads nothing
        assertThat(Database.isKeyDestroyed(circumstances)).isTrue();
        assertThat(row("households", household).get("state", Document.class))
                .containsEntry("beneficiaries", List.of(other));
    }

    @Test
    void two_who_ask_at_once_ask_for_one_erasure() {
        var erasures = RunningService.bean(Erasures.class);
        var runs = new AtomicInteger();

        RunningService.bean(Journal.class)
                .<Boolean>inTransaction(
                        Origin.system("test", UUID.randomUUID()),
                        change -> {
                            boolean asked = erasures.isAskedFor(change, person);
                            if (runs.incrementAndGet() == 1) {
                                asked();
                            }
                            if (!asked) {
                                erasures.ask(change, person, "who-set-the-rule");
                            }
                            return true;
                        });

        assertThat(runs).hasValue(2);
        assertThat(Database.stored("erasures", new Document("state.request.beneficiary", person)))
                .hasSize(1);
    }

    @Test
    void a_hold_that_is_placed_while_somebody_is_erased_is_seen_by_who_erases() {
        var programme = Selections.opened(Cases.DISTRICT);
        OtherServices.closed(OtherServices.granted(person, programme));
        var holds = RunningService.bean(Holds.class);
        var seen = new ArrayList<Integer>();

        RunningService.bean(Journal.class)
                .<Boolean>inTransaction(
                        Origin.system("test", UUID.randomUUID()),
                        change -> {
                            seen.add(holds.lastly(change, person).size());
                            if (seen.size() == 1) {
                                made(hold(programme));
                            }
                            return true;
                        });

        assertThat(seen).containsExactly(0, 1);
    }

    @Test
    void who_may_not_see_her_file_learns_nothing_of_its_erasure() {
        var stranger = Staff.workerOf("hamdilon", Cases.DISTRICT);
        var farAway =
                Staff.of("dpo-far", "mission", List.of("data-protection-officer"), "TJ-SU-AYNI");
        var erasure = asked();

        var hers = stranger.get(path(erasure));
        var nobodys = stranger.get(path(UUID.randomUUID()));

        assertThat(hers.status()).isEqualTo(404);
        assertThat(hers.body()).isEqualTo(nobodys.body());
        assertThat(ask(stranger).status()).isEqualTo(404);
        assertThat(worker.get(path(erasure)).status()).isEqualTo(200);
        assertThat(officer.get("/api/v1/erasures").body()).contains(erasure.toString());
        assertThat(farAway.get("/api/v1/erasures?limit=100").json().path("items").size()).isZero();
    }

    @Test
    void while_an_audit_lasts_all_of_the_file_is_kept_and_it_is_said_why() {
        var programme = Selections.opened(Cases.DISTRICT);
        var card = Selections.cardInUse();
        Cases.given(worker, person, "CASE_MANAGEMENT");
        made(Selections.assess(worker, person, card, Map.of("MONEY", "NONE", "HUSBAND", "AWAY")));
        Selections.confirmed(Selections.drawn(programme, card, 1));
        var hold = made(hold(programme));
        var erasure = asked();

        var held = officer.ifMatch(1).post(path(erasure) + "/execution", null);

        assertThat(held.status()).as(held.toString()).isEqualTo(409);
        assertThat(held.problem()).isEqualTo("on-hold");
        assertThat(held.json().path("because").toString()).isEqualTo("[\"DONOR_AUDIT\"]");
        assertThat(rowOfHer().path("person").isNull()).isFalse();
        assertThat(
                        officer.get("/api/v1/programmes/" + programme + "/legal-holds")
                                .json()
                                .at("/items/0/inForce")
                                .asBoolean())
                .isTrue();
        ok(Selections.monitor().ifMatch(1).post("/api/v1/legal-holds/" + hold + "/lifting", null));
        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));
    }

    @Test
    void while_a_grant_of_hers_runs_she_is_not_erased() {
        var grant = OtherServices.granted(person, "REINT-26");
        var erasure = asked();

        var running = officer.ifMatch(1).post(path(erasure) + "/execution", null);

        assertThat(running.json().path("because").toString()).isEqualTo("[\"RUNNING_GRANT\"]");
        OtherServices.closed(grant);
        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));
    }

    @Test
    void while_a_grant_lies_unread_nobody_is_erased_and_then_it_counts() {
        var erasure = asked();
        var grant = OtherServices.grantedUnheard(person, "REINT-26");

        var uncertain = officer.ifMatch(1).post(path(erasure) + "/execution", null);

        assertThat(uncertain.status()).as(uncertain.toString()).isEqualTo(503);
        assertThat(uncertain.problem()).isEqualTo("unavailable");
        assertThat(uncertain.header("Retry-After")).isEqualTo("5");
        assertThat(rowOfHer().path("person").isNull()).isFalse();
        OtherServices.isHeard(grant);
        var running = officer.ifMatch(1).post(path(erasure) + "/execution", null);
        assertThat(running.json().path("because").toString()).isEqualTo("[\"RUNNING_GRANT\"]");
        assertThat(Database.isKeyDestroyed(person)).isFalse();
    }

    @Test
    void whose_erasure_was_carried_out_is_told_so_again_while_a_grant_of_another_lies_unread() {
        var erasure = asked();
        var once = officer.key(UUID.randomUUID().toString()).ifMatch(1);
        ok(once.post(path(erasure) + "/execution", null));
        var grant = OtherServices.grantedUnheard(UUID.randomUUID(), "REINT-26");

        var again = once.post(path(erasure) + "/execution", null);

        OtherServices.isHeard(grant);
        ok(again);
    }

    @Test
    void while_it_is_not_told_how_far_grants_are_known_nobody_is_erased() {
        var erasure = asked();
        RunningService.GRANTS.fallSilent();
        try {
            await().atMost(SOON).until(() -> !RunningService.isSureOfGrants());

            var uncertain = officer.ifMatch(1).post(path(erasure) + "/execution", null);

            assertThat(uncertain.status()).as(uncertain.toString()).isEqualTo(503);
            assertThat(Database.isKeyDestroyed(person)).isFalse();
        } finally {
            RunningService.GRANTS.speakAgain();
        }
        RunningService.knowsAllGrants();
        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));
    }

    @Test
    void an_audit_keeps_who_waits_for_a_place_and_no_round_of_others_is_read_for_it() {
        Cases.given(worker, person, "CASE_MANAGEMENT");
        var programme = Selections.opened(Cases.DISTRICT);
        Selections.drawn(programme, ranked(person), 1);
        made(hold(programme));
        var execution = path(asked()) + "/execution";

        var alone = DatabaseCommands.during(() -> officer.ifMatch(1).post(execution, null));
        for (int i = 0; i < 3; i++) {
            var others = Selections.opened(Cases.DISTRICT);
            Selections.frozen(others, ranked(Selections.consenting(worker)), 1);
        }
        var amongOthers = DatabaseCommands.during(() -> officer.ifMatch(1).post(execution, null));

        assertThat(amongOthers.answer().json().path("because").toString())
                .isEqualTo("[\"DONOR_AUDIT\"]");
        assertThat(amongOthers.commands())
                .contains("find selection-rounds")
                .isEqualTo(alone.commands());
    }

    /**
     * @return the card by which somebody was assessed
     */
    private UUID ranked(UUID who) {
        var card = Selections.cardInUse();
        made(Selections.assess(worker, who, card, Map.of("MONEY", "NONE", "HUSBAND", "AWAY")));
        return card;
    }

    @Test
    void an_audit_keeps_who_had_a_grant_of_a_programme_that_selects_nobody() {
        var programme = Selections.opened(Cases.DISTRICT);
        OtherServices.closed(OtherServices.granted(person, programme));
        var hold = made(hold(programme));
        var erasure = asked();

        var held = officer.ifMatch(1).post(path(erasure) + "/execution", null);

        assertThat(held.json().path("because").toString()).isEqualTo("[\"DONOR_AUDIT\"]");
        ok(Selections.monitor().ifMatch(1).post("/api/v1/legal-holds/" + hold + "/lifting", null));
        ok(officer.ifMatch(1).post(path(erasure) + "/execution", null));
    }

    @Test
    void a_hold_that_would_bind_nobody_is_refused() {
        var code = Selections.code();
        made(
                Selections.manager()
                        .post(
                                Selections.PROGRAMMES,
                                Selections.programme(code, "COUNTER_TRAFFICKING", Cases.DISTRICT)));

        assertThat(hold(code).problem()).isEqualTo("protected-programme");
        assertThat(
                        officer.put(
                                        "/api/v1/programmes/" + code + "/retention",
                                        Map.of("months", 6))
                                .problem())
                .isEqualTo("protected-programme");
    }

    /** As a change leaves them that had begun before the erasure and ended after it. */
    private static void comeInLate(List<Document> tokens) {
        Database.add("lookup", tokens);
        assertThat(stored(tokens)).hasSameSizeAs(tokens);
    }

    /** The rows by which she is found, since she was registered: whose they are is disguised. */
    private List<Document> tokensOfHer() {
        var hers =
                Database.stored("lookup", new Document()).stream()
                        .filter(row -> !tokensOfOthers.contains(row.get("_id", UUID.class)))
                        .toList();
        assertThat(hers).hasSizeGreaterThan(2);
        return hers;
    }

    /** What a rule of retention goes by: else it would take somebody for forgotten. */
    private List<String> partsThatKnowWhenTheyWereChanged() {
        return RunningService.bean(Journal.class)
                .<List<String>>inTransaction(
                        Origin.system("test", UUID.randomUUID()),
                        change ->
                                RunningService.beans(PartOfFile.class)
                                        .filter(part -> part.lastChange(person, change).isPresent())
                                        .map(part -> part.getClass().getSimpleName())
                                        .toList());
    }

    private static Set<UUID> tokens() {
        return Database.stored("lookup", new Document()).stream()
                .map(row -> row.get("_id", UUID.class))
                .collect(Collectors.toSet());
    }

    /** Those of these rows that are there. */
    private static List<Document> stored(List<Document> rows) {
        return Database.stored("lookup", new Document("_id", new Document("$in", ids(rows))));
    }

    private static List<UUID> ids(List<Document> rows) {
        return rows.stream().map(row -> row.get("_id", UUID.class)).toList();
    }

    private boolean verifies(String text, String signature) throws Exception {
        var pem = Staff.nobody().get("/api/v1/certificate-key").json().path("publicKey").asString();
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        verifier.update(text.getBytes(UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    private static Answer hold(String programme) {
        return Selections.manager()
                .post(
                        "/api/v1/programmes/" + programme + "/legal-holds",
                        Map.of(
                                "reason",
                                "DONOR_AUDIT",
                                "until",
                                Selections.today().plusDays(30).toString()));
    }

    private UUID asked() {
        return made(ask(worker));
    }

    private Answer ask(Staff who) {
        return who.post(file + "/erasures", Map.of("reason", "PERSON_ASKED"));
    }

    private String awaited(UUID erasure) {
        return officer.get(path(erasure)).json().path("awaited").toString();
    }

    private String stateOf(UUID erasure) {
        return officer.get(path(erasure)).json().path("state").asString();
    }

    private String state(UUID consent) {
        return worker.read("/api/v1/consents/" + consent).json().path("state").asString();
    }

    private JsonNode rowOfHer() {
        return worker.read("/api/v1/beneficiaries?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(row -> row.path("id").asString().equals(person.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** What can't be changed of the audit's entries. */
    private static List<Document> entriesOf(UUID aggregate) {
        return Database.stored("journal", new Document("_id.a", aggregate)).stream()
                .map(
                        entry ->
                                new Document("_id", entry.get("_id"))
                                        .append("fact", entry.get("fact"))
                                        .append("events", entry.get("events")))
                .sorted(
                        Comparator.comparing(
                                entry -> entry.get("_id", Document.class).getLong("v")))
                .toList();
    }

    private UUID assessed() {
        return made(
                Selections.assess(
                        worker,
                        person,
                        Selections.cardInUse(),
                        Map.of("MONEY", "NONE", "HUSBAND", "AWAY")));
    }

    private UUID referred() {
        var consent =
                made(
                        worker.post(
                                file + "/consents",
                                Map.of(
                                        "purpose", "SHARING_WITH_PARTNER",
                                        "partner", "legal-aid",
                                        "language", "tg",
                                        "textVersion", "2026-1")));
        ok(worker.ifMatch(1).post("/api/v1/consents/" + consent + "/agreement", Cases.signed()));
        return made(
                worker.post(
                        file + "/referrals",
                        Map.of(
                                "service", "LEGAL_AID",
                                "partner", "legal-aid",
                                "due", "2090-01-01",
                                "note", NOTE)));
    }

    private Map<String, Object> householdWithHerMother() {
        var her = resident(person, "HEAD");
        var mother =
                Map.of(
                        "person",
                        Map.of("name", "Ҳадича", "sex", "FEMALE", "birthYear", 1950),
                        "relation",
                        "PARENT",
                        "disability",
                        true,
                        "inSchool",
                        false);
        return Map.of(
                "household",
                Map.of(
                        "members", List.of(her, mother),
                        "incomes", List.of("HELP_OF_OTHERS"),
                        "dwelling", "OF_RELATIVES"));
    }

    private Map<String, Object> householdWith(UUID sister) {
        return Map.of(
                "household",
                Map.of(
                        "members", List.of(resident(person, "HEAD"), resident(sister, "SIBLING")),
                        "incomes", List.of("HELP_OF_OTHERS"),
                        "dwelling", "OF_RELATIVES"));
    }

    private static Map<String, Object> resident(UUID id, String relation) {
        return Map.of(
                "beneficiary", id, "relation", relation, "disability", false, "inSchool", false);
    }

    private static UUID circumstances(UUID household) {
        return stateOfRow(household).get("circumstances", UUID.class);
    }

    private static UUID plainMember(UUID household) {
        var ofHousehold = new Document("state.household", household);
        return Database.stored("household_members", ofHousehold).getFirst().get("_id", UUID.class);
    }

    private static Map<String, Object> scan() {
        return Map.of(
                "kind",
                "SIGNED_FORM",
                "content",
                Base64.getEncoder().encodeToString(Images.scan(16, 16)));
    }

    private static String path(UUID erasure) {
        return "/api/v1/erasures/" + erasure;
    }

    private static UUID made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}

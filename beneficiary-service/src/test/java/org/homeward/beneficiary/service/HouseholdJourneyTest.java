package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.homeward.beneficiary.selection.HouseholdDependency;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.test.DatabaseCommands;
import org.homeward.kit.web.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** With whom a person lives: recorded with her consent, for one household at a time. */
class HouseholdJourneyTest {

    private final Staff worker = Staff.worker();
    private final UUID wife = somebodyWhoAgreed();

    @Test
    void a_household_is_recorded_and_its_dependency_ratio_computed() {
        var answer = worker.post(path(wife), family(wife, "Ҳадича"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var household = worker.read(path(wife));
        assertThat(household.header("ETag")).isEqualTo("\"1\"");
        var json = household.json();
        assertThat(json.path("id").asString()).isEqualTo(answer.id().toString());
        assertThat(json.path("members").size()).isEqualTo(4);
        assertThat(json.path("members").path(1).path("person").path("name").asString())
                .isEqualTo("Ҳадича");
        assertThat(json.path("members").path(3).path("absence").path("kind").asString())
                .isEqualTo("STOPPED_SENDING");
        assertThat(json.path("incomes").path(0).asString()).isEqualTo("HELP_OF_OTHERS");
        assertThat(json.path("withDisability").asInt()).isEqualTo(1);
        assertThat(json.path("inSchool").asInt()).isEqualTo(1);
        // the mother-in-law and the child live on her; the husband sends nothing
        assertThat(json.path("dependants").asInt()).isEqualTo(2);
        assertThat(json.path("supporters").asInt()).isEqualTo(1);
        assertThat(json.path("dependencyRatio").asString()).isEqualTo("2.00");
    }

    @Test
    void what_is_known_of_a_member_who_is_not_listed_any_more_is_destroyed_apart() {
        worker.post(path(wife), family(wife, "Ҳадича"));
        var members = worker.read(path(wife)).json().path("members");
        var mother = members.path(1).path("person").path("id").asString();
        var child = members.path(2).path("person").path("id").asString();
        var kept = List.of(her(wife), plain(child, "Исмоил", 2014, "CHILD"));

        var answer = worker.ifMatch(1).put(path(wife), household(kept));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var now = worker.read(path(wife)).json().path("members");
        assertThat(now.size()).isEqualTo(2);
        assertThat(now.path(1).path("person").path("id").asString()).isEqualTo(child);
        assertThat(Database.isKeyDestroyed(UUID.fromString(mother))).isTrue();
        assertThat(Database.isKeyDestroyed(UUID.fromString(child))).isFalse();
    }

    @Test
    void two_beneficiaries_share_one_household_and_are_in_no_other() {
        var husband = somebodyWhoAgreed();
        var couple = household(List.of(her(wife), member("beneficiary", husband, "SPOUSE")));
        var household = worker.post(path(wife), couple).id();

        assertThat(worker.read(path(husband)).json().path("id").asString())
                .isEqualTo(household.toString());
        assertThat(worker.post(path(husband), household(List.of(her(husband)))).problem())
                .isEqualTo("one-household");
        assertThat(Database.told(household))
                .containsExactly(
                        Staff.JSON.valueToTree(Map.of("household", household, "beneficiary", wife)),
                        Staff.JSON.valueToTree(
                                Map.of("household", household, "beneficiary", husband)));

        assertThat(worker.ifMatch(1).post(path(husband) + "/departure", null).status())
                .isEqualTo(200);
        assertThat(worker.read(path(husband)).status()).isEqualTo(404);
        assertThat(worker.read(path(wife)).json().path("members").size()).isEqualTo(1);
        assertThat(worker.post(path(husband), household(List.of(her(husband)))).status())
                .isEqualTo(201);
    }

    @Test
    void of_who_left_an_old_copy_of_the_data_tells_nothing_and_who_stays_is_recorded_anew() {
        var husband = somebodyWhoAgreed();
        var couple = household(List.of(her(wife), member("beneficiary", husband, "SPOUSE")));
        var household = worker.post(path(wife), couple).id();
        var old = stateOf(household);
        worker.ifMatch(1).post(path(husband) + "/departure", null);
        var without = worker.read(path(wife)).json();
        var ofHer = stateOf(household).get("circumstances", UUID.class);

        Database.change("households", household, "state", old);
        Database.remove("household_circumstances", new Document("_id", ofHer));
        var back = worker.read(path(husband)).json();

        assertThat(without.path("legibility").asString()).isEqualTo("READABLE");
        assertThat(without.path("members").size()).isEqualTo(1);
        assertThat(without.path("dwelling").asString()).isEqualTo("OF_RELATIVES");
        assertThat(back.path("legibility").asString()).isEqualTo("ERASED");
        assertThat(back.path("members").findValuesAsString("beneficiary"))
                .containsExactly(wife.toString(), husband.toString());
        assertThat(back.path("members").findValues("relation")).allMatch(JsonNode::isNull);
        assertThat(back.path("incomes").size()).isZero();
        assertThat(back.path("dwelling").isNull()).isTrue();
        assertThat(back.path("supporters").isNull()).isTrue();
        var ratios = RunningService.bean(HouseholdDependency.class);
        assertThatThrownBy(() -> ratios.perThousandEarners(List.of(wife)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> {
                            assertThat(refused.slug()).isEqualTo("household-unreadable");
                            assertThat(refused.extensions())
                                    .isEqualTo(Map.of("beneficiaries", List.of(wife.toString())));
                        });
        var copy = worker.with("Homeward-Purpose", "portability").get(export(wife));
        assertThat(copy.status()).as(copy.toString()).isEqualTo(200);
        assertThat(copy.json().path("records").findValuesAsString("kind"))
                .contains("FILE")
                .doesNotContain("HOUSEHOLD");

        var right = worker.ifMatch(2).put(path(wife), couple);
        assertThat(right.status()).as(right.toString()).isEqualTo(200);
        var anew = worker.read(path(wife)).json();
        assertThat(anew.path("legibility").asString()).isEqualTo("READABLE");
        assertThat(anew.path("supporters").asInt()).isEqualTo(2);
        assertThat(ratios.perThousandEarners(List.of(wife, husband)))
                .containsOnlyKeys(wife, husband);
    }

    @Test
    void a_household_that_is_replaced_while_it_is_read_is_read_as_it_is_now() {
        worker.post(path(wife), family(wife, "Ҳадича"));
        var child = plain(null, "Исмоил", 2014, "CHILD");
        Runnable correction =
                () -> worker.ifMatch(1).put(path(wife), household(List.of(her(wife), child)));

        var ratios =
                DatabaseCommands.before(
                        "find household_circumstances",
                        correction,
                        () ->
                                RunningService.bean(HouseholdDependency.class)
                                        .perThousandEarners(List.of(wife)));

        assertThat(ratios).isEqualTo(Map.of(wife, 1_000));
    }

    @Test
    void who_leaves_her_household_while_it_is_read_lives_in_none() {
        worker.post(path(wife), household(List.of(her(wife))));
        Runnable departure = () -> worker.ifMatch(1).post(path(wife) + "/departure", null);

        var ratios =
                DatabaseCommands.before(
                        "find household_circumstances",
                        departure,
                        () ->
                                RunningService.bean(HouseholdDependency.class)
                                        .perThousandEarners(List.of(wife)));

        assertThat(ratios).isEmpty();
        assertThat(worker.read(path(wife)).status()).isEqualTo(404);
    }

    @Test
    void a_household_without_one_of_its_members_has_no_ratio() {
        worker.post(path(wife), family(wife, "Ҳадича"));
        var mother =
                worker.read(path(wife)).json().path("members").path(1).path("person").path("id");
        RunningService.bean(Journal.class)
                .<Boolean>inTransaction(
                        Origin.system("test", UUID.randomUUID()),
                        change -> {
                            change.destroyKey(UUID.fromString(mother.asString()));
                            return true;
                        });

        var ratios = RunningService.bean(HouseholdDependency.class);

        assertThatThrownBy(() -> ratios.perThousandEarners(List.of(wife)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void who_lived_in_a_household_that_an_old_copy_of_the_data_brought_back_leaves_it_as_ever() {
        var husband = somebodyWhoAgreed();
        var couple = household(List.of(her(wife), member("beneficiary", husband, "SPOUSE")));
        var household = worker.post(path(wife), couple).id();
        var old = stateOf(household);
        worker.ifMatch(1).post(path(husband) + "/departure", null);
        Database.change("households", household, "state", old);

        var departure = worker.ifMatch(2).post(path(husband) + "/departure", null);

        assertThat(departure.status()).as(departure.toString()).isEqualTo(200);
        assertThat(worker.read(path(husband)).status()).isEqualTo(404);
        var rest = worker.read(path(wife)).json();
        assertThat(rest.path("legibility").asString()).isEqualTo("ERASED");
        assertThat(rest.path("members").findValuesAsString("beneficiary"))
                .containsExactly(wife.toString());
        assertThat(worker.ifMatch(3).post(path(wife) + "/departure", null).status()).isEqualTo(200);
        assertThat(stateOf(household).getString("_class")).isEqualTo("household.dissolved");
    }

    @Test
    void that_somebody_left_her_household_and_when_stands_in_her_own_file() {
        var husband = somebodyWhoAgreed();
        var sister = somebodyWhoAgreed();
        var all =
                household(
                        List.of(
                                her(wife),
                                member("beneficiary", husband, "SPOUSE"),
                                member("beneficiary", sister, "SIBLING")));
        var household = worker.post(path(wife), all).id();
        var before = lastEntry(wife);

        worker.ifMatch(1).post(path(husband) + "/departure", null);
        worker.ifMatch(2).put(path(wife), household(List.of(her(wife))));

        assertThat(lastEntry(husband))
                .containsEntry(
                        "action", "POST /api/v1/beneficiaries/{beneficiary}/household/departure")
                .containsEntry("at", entry(household, 2).get("at"));
        assertThat(lastEntry(sister))
                .containsEntry("action", "PUT /api/v1/beneficiaries/{beneficiary}/household")
                .containsEntry("at", entry(household, 3).get("at"));
        assertThat(lastEntry(wife)).isEqualTo(before);
        assertThat(Database.told(husband)).hasSameSizeAs(Database.told(wife));
    }

    @Test
    void what_was_known_is_destroyed_with_a_correction_that_leaves_a_beneficiary_out() {
        var husband = somebodyWhoAgreed();
        var couple = household(List.of(her(wife), member("beneficiary", husband, "SPOUSE")));
        var household = worker.post(path(wife), couple).id();
        var ofBoth = stateOf(household).get("circumstances", UUID.class);

        worker.ifMatch(1).put(path(wife), couple);
        var same = stateOf(household).get("circumstances", UUID.class);
        var answer = worker.ifMatch(2).put(path(wife), household(List.of(her(wife))));

        assertThat(same).isEqualTo(ofBoth);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(worker.read(path(wife)).json().path("legibility").asString())
                .isEqualTo("READABLE");
        assertThat(Database.isKeyDestroyed(ofBoth)).isTrue();
        assertThat(Database.isKeyDestroyed(stateOf(household).get("circumstances", UUID.class)))
                .isFalse();
    }

    @Test
    void a_correction_by_which_nobody_leaves_destroys_nothing_that_an_old_copy_holds() {
        var young = plain(null, "Исмоил", 2014, "CHILD");
        var household = worker.post(path(wife), household(List.of(her(wife), young))).id();
        var members = worker.read(path(wife)).json().path("members");
        var listed = members.path(1).path("person").path("id").asString();
        var child = plain(listed, "Исмоил", 2014, "CHILD");
        var grown = plain(null, "Карим", 1988, "SPOUSE");
        var id = stateOf(household).get("circumstances", UUID.class);
        var old = knownOf(id);

        var answer =
                worker.ifMatch(1)
                        .put(path(wife), household(List.of(her(wife), child, grown), "RENTED"));
        var now = worker.read(path(wife)).json();
        var known = knownOf(id);
        Database.change("household_circumstances", id, "state", old);
        var back = worker.read(path(wife)).json();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(now.path("dwelling").asString()).isEqualTo("RENTED");
        assertThat(now.path("members").size()).isEqualTo(3);
        assertThat(known).isNotEqualTo(old);
        assertThat(back.path("dwelling").asString()).isEqualTo("OF_RELATIVES");
        assertThat(Database.isKeyDestroyed(id)).isFalse();

        worker.ifMatch(2).put(path(wife), household(List.of(her(wife)), "TEMPORARY"));
        assertThat(worker.read(path(wife)).json().path("dwelling").asString())
                .isEqualTo("TEMPORARY");
        assertThat(Database.isKeyDestroyed(id)).isTrue();
    }

    private static Document knownOf(UUID circumstances) {
        return Database.stored("household_circumstances", new Document("_id", circumstances))
                .getFirst()
                .get("state", Document.class);
    }

    @Test
    void of_eight_who_record_her_household_at_once_one_does() throws Exception {
        Callable<Integer> once =
                () -> worker.post(path(wife), household(List.of(her(wife)))).status();

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(Collections.nCopies(8, once))) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void of_a_household_that_nobody_lives_in_any_more_nothing_is_kept() {
        var household = worker.post(path(wife), family(wife, "Ҳадича")).id();
        var circumstances = stateOf(household).get("circumstances", UUID.class);
        var mother =
                worker.read(path(wife)).json().path("members").path(1).path("person").path("id");

        worker.ifMatch(1).post(path(wife) + "/departure", null);

        assertThat(worker.read(path(wife)).status()).isEqualTo(404);
        assertThat(Database.isKeyDestroyed(circumstances)).isTrue();
        assertThat(Database.isKeyDestroyed(UUID.fromString(mother.asString()))).isTrue();
        var alone = worker.post(path(wife), household(List.of(her(wife))));
        assertThat(alone.status()).as(alone.toString()).isEqualTo(201);
    }

    @Test
    void nothing_is_recorded_without_the_consent_of_each_beneficiary() {
        var silent = Cases.registered(worker, Cases.somebody());
        var both = household(List.of(her(wife), member("beneficiary", silent, "SIBLING")));

        assertThat(worker.post(path(silent), household(List.of(her(silent)))).problem())
                .isEqualTo("consent-missing");
        assertThat(worker.post(path(wife), both).problem()).isEqualTo("consent-missing");

        var withdrawn = Cases.given(worker, silent, "CASE_MANAGEMENT");
        assertThat(worker.post(path(wife), both).status()).isEqualTo(201);
        worker.post("/api/v1/consents/" + withdrawn + "/withdrawal", null);
        assertThat(worker.ifMatch(1).put(path(silent), both).problem())
                .isEqualTo("consent-missing");
    }

    @Test
    void a_household_is_for_who_may_read_the_file_and_each_read_of_it_is_written_down() {
        var foreign = Staff.workerOf("hamdasti", "*");
        var here = household(List.of(her(wife)));
        worker.post(path(wife), here);

        assertThat(foreign.read(path(wife)).status()).isEqualTo(404);
        assertThat(foreign.post(path(wife), here).status()).isEqualTo(404);
        assertThat(foreign.ifMatch(1).put(path(wife), here).status()).isEqualTo(404);
        assertThat(foreign.ifMatch(1).post(path(wife) + "/departure", null).status())
                .isEqualTo(404);
        assertThat(worker.get(path(wife)).problem()).isEqualTo("purpose-required");
        assertThat(reads()).isEmpty();
        assertThat(worker.read(path(wife)).status()).isEqualTo(200);
        assertThat(reads()).hasSize(1);
    }

    private List<Document> reads() {
        return Database.stored("access", new Document("records", wife));
    }

    @Test
    void a_household_is_changed_only_as_it_was_seen() {
        var body = household(List.of(her(wife)));
        worker.post(path(wife), body);

        assertThat(worker.put(path(wife), body).status()).isEqualTo(428);
        assertThat(worker.ifMatch(7).put(path(wife), body).status()).isEqualTo(412);
        assertThat(worker.post(path(wife) + "/departure", null).status()).isEqualTo(428);
    }

    @Test
    void a_household_has_the_beneficiary_one_head_and_nobody_twice() {
        var other = somebodyWhoAgreed();
        var headless = List.of(member("beneficiary", wife, "CHILD"));
        var both = new HashMap<>(her(wife));
        both.put("person", Map.of("name", "Ҳадича", "sex", "FEMALE", "birthYear", 1950));

        assertThat(worker.post(path(wife), household(List.of(her(other)))).pointer())
                .isEqualTo("/household/members");
        assertThat(worker.post(path(wife), household(headless)).pointer())
                .isEqualTo("/household/members");
        assertThat(worker.post(path(wife), household(List.of(her(wife), her(wife)))).pointer())
                .isEqualTo("/household/members/1");
        assertThat(worker.post(path(wife), household(List.of(both))).pointer())
                .isEqualTo("/household/members/0");
        assertThat(
                        worker.post(
                                        path(wife),
                                        household(
                                                List.of(
                                                        her(wife),
                                                        plain(null, "Фирдавс", 2099, "CHILD"))))
                                .pointer())
                .isEqualTo("/household/members/1/person/birthYear");
    }

    @Test
    void nothing_of_a_plain_member_lies_in_the_database_in_plain() {
        var name = Cases.word();

        worker.post(path(wife), family(wife, name));

        assertThat(worker.read(path(wife)).body()).contains(name);
        assertThat(Database.collectionsHolding(name)).isEmpty();
        assertThat(Database.collectionsHolding("HELP_OF_OTHERS")).isEmpty();
    }

    private UUID somebodyWhoAgreed() {
        var person = Cases.registered(worker, Cases.somebody());
        Cases.given(worker, person, "CASE_MANAGEMENT");
        return person;
    }

    private static Document lastEntry(UUID aggregate) {
        return entry(
                aggregate, Database.stored("journal", new Document("_id.a", aggregate)).size());
    }

    private static Document entry(UUID aggregate, long version) {
        return Database.stored("journal", new Document("_id.a", aggregate).append("_id.v", version))
                .getFirst()
                .get("fact", Document.class);
    }

    private static Document stateOf(UUID household) {
        return Database.stored("households", new Document("_id", household))
                .getFirst()
                .get("state", Document.class);
    }

    private static String export(UUID beneficiary) {
        return "/api/v1/beneficiaries/" + beneficiary + "/export?language=tg";
    }

    private static String path(UUID beneficiary) {
        return "/api/v1/beneficiaries/" + beneficiary + "/household";
    }

    /** A woman with her mother-in-law, a child in school and a husband who stopped sending. */
    private static Map<String, Object> family(UUID woman, String motherInLaw) {
        var mother = plain(null, motherInLaw, 1950, "PARENT");
        mother.put("disability", true);
        var child = plain(null, "Исмоил", 2014, "CHILD");
        child.put("inSchool", true);
        var husband = plain(null, "Карим", 1988, "SPOUSE");
        husband.put("absence", Map.of("kind", "STOPPED_SENDING", "since", "2025-03-01"));
        return household(List.of(her(woman), mother, child, husband));
    }

    private static Map<String, Object> household(List<? extends Map<String, Object>> members) {
        return household(members, "OF_RELATIVES");
    }

    private static Map<String, Object> household(
            List<? extends Map<String, Object>> members, String dwelling) {
        return Map.of(
                "household",
                Map.of(
                        "members",
                        new ArrayList<>(members),
                        "incomes",
                        List.of("HELP_OF_OTHERS"),
                        "dwelling",
                        dwelling));
    }

    /** The head. */
    private static Map<String, Object> her(UUID beneficiary) {
        return member("beneficiary", beneficiary, "HEAD");
    }

    private static Map<String, Object> plain(
            @Nullable String id, String name, int birthYear, String relation) {
        var person = new HashMap<String, Object>();
        person.put("name", name);
        person.put("sex", "OTHER");
        person.put("birthYear", birthYear);
        if (id != null) {
            person.put("id", id);
        }
        return member("person", person, relation);
    }

    private static Map<String, Object> member(String kind, Object who, String relation) {
        var member = new HashMap<String, Object>();
        member.put(kind, who);
        member.put("relation", relation);
        member.put("disability", false);
        member.put("inSchool", false);
        return member;
    }
}

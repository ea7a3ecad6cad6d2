package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private final Staff worker = Staff.worker();

    @Test
    void a_person_who_was_searched_for_is_registered_and_can_be_read_for_a_purpose() {
        var person = Cases.somebody();

        var id = Cases.registered(worker, person);

        var file = worker.read("/api/v1/beneficiaries/" + id);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("ETag")).isEqualTo("\"1\"");
        assertThat(file.json().path("caseNumber").asString()).matches("\\d{2}-\\d{7}-\\d");
        assertThat(file.json().path("person").path("phones").path(0).asString())
                .startsWith("+99293");
        assertThat(worker.get("/api/v1/beneficiaries/" + id).problem())
                .isEqualTo("purpose-required");
    }

    @Test
    void a_read_is_written_down_before_it_is_answered() {
        var id = Cases.registered(worker, Cases.somebody());

        worker.read("/api/v1/beneficiaries/" + id);

        assertThat(Database.stored("access", new Document("records", id))).hasSize(1);
    }

    @Test
    void nobody_is_registered_without_a_search_of_ones_own() {
        var person = Cases.somebody();
        var others = Cases.search(Staff.workerOf("hamdasti", "*"), person);

        assertThat(Cases.register(worker, UUID.randomUUID(), person, List.of()).problem())
                .isEqualTo("search-needed");
        assertThat(Cases.register(worker, others, person, List.of()).problem())
                .isEqualTo("search-needed");
    }

    @Test
    void a_registration_repeats_the_match_for_who_came_into_the_files_after_the_search() {
        var person = Cases.somebody();
        var before = Cases.search(worker, person);
        var id = Cases.registered(worker, person);

        var again = Cases.register(worker, before, person, List.of());

        assertMayBeRegistered(again);
        assertThat(again.body()).doesNotContain(id.toString());
        assertMayBeRegistered(Cases.register(worker, before, person, List.of(id)));
    }

    @Test
    void a_search_for_somebody_else_lets_nobody_be_registered_twice() {
        var person = Cases.somebody();
        Cases.registered(worker, person);
        var other = Cases.search(worker, Cases.somebody());

        assertMayBeRegistered(Cases.register(worker, other, person, List.of()));
    }

    private static void assertMayBeRegistered(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("maybe-registered");
        assertThat(answer.json().path("candidates").size()).isEqualTo(1);
    }

    @Test
    void a_search_of_more_than_fifteen_minutes_ago_is_none() {
        var person = Cases.somebody();
        var search = Cases.search(worker, person);
        madeBefore(search, Duration.ofMinutes(16));

        var late = Cases.register(worker, search, person, List.of());
        madeBefore(search, Duration.ofMinutes(14));
        var inTime = Cases.register(worker, search, person, List.of());

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("search-needed");
        assertThat(inTime.status()).as(inTime.toString()).isEqualTo(201);
    }

    @Test
    void a_search_is_deleted_a_day_later_and_is_then_as_none_and_its_id_stays_taken() {
        var person = Cases.somebody();
        var search = Cases.search(worker, person);
        var row = Database.stored("searches", new Document("_id", search)).getFirst();
        assertThat(row.getEmbedded(List.of("state", "at"), Date.class)).isNotNull();
        assertThat(Database.daysKept("searches", "state.at")).isEqualTo(1);

        Database.remove("searches", new Document("_id", search));

        assertThat(Cases.register(worker, search, person, List.of()).problem())
                .isEqualTo("search-needed");
        assertThat(worker.get("/api/v1/searches/" + search).status()).isEqualTo(404);
        var again = Map.of("id", search, "person", person, "district", Cases.DISTRICT);
        assertThat(worker.post("/api/v1/searches", again).problem()).isEqualTo("already-exists");
    }

    private static void madeBefore(UUID search, Duration age) {
        Database.change("searches", search, "state.at", Date.from(Instant.now().minus(age)));
    }

    @Test
    void who_is_in_the_files_in_another_script_is_a_candidate_until_stated_to_be_another() {
        var family = Cases.word();
        var phone = Cases.phone();
        Cases.registered(worker, Cases.person(family + "зода", "Ҷамшед", phone));
        var again = Cases.person(family + "ов", "Джамшед", phone);

        var search = Cases.search(worker, again);
        var refused = Cases.register(worker, search, again, List.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("maybe-registered");
        var reference = UUID.fromString(refused.json().path("candidates").path(0).asString());
        var candidates =
                worker.with("Homeward-Purpose", "registration")
                        .get("/api/v1/searches/" + search + "/candidates")
                        .json();
        assertThat(candidates.path(0).path("reference").asString()).isEqualTo(reference.toString());
        assertThat(candidates.path(0).path("person").path("name").path("family").asString())
                .isEqualTo(family + "зода");
        assertThat(Cases.register(worker, search, again, List.of(reference)).status())
                .isEqualTo(201);
    }

    @Test
    void of_a_candidate_out_of_scope_only_the_organisation_is_told() {
        var person = Cases.somebody();
        Cases.registered(worker, person);
        var foreign = Staff.workerOf("hamdasti", "*");

        var search = Cases.search(foreign, person);
        var candidates =
                foreign.with("Homeward-Purpose", "registration")
                        .get("/api/v1/searches/" + search + "/candidates");

        assertThat(candidates.json().path(0).path("askOrganisation").asString()).isEqualTo("umed");
        assertThat(candidates.body())
                .doesNotContain(name(person))
                .doesNotContain("caseNumber\":\"");
    }

    @Test
    void all_candidates_that_were_shown_are_written_down_also_those_out_of_scope() {
        var person = Cases.somebody();
        var id = Cases.registered(worker, person);
        var foreign = Staff.workerOf("hamdasti", "*");
        var search = Cases.search(foreign, person);

        foreign.with("Homeward-Purpose", "registration")
                .get("/api/v1/searches/" + search + "/candidates");

        assertThat(Database.stored("access", new Document("records", id))).hasSize(1);
    }

    @Test
    void candidates_can_be_read_only_as_long_as_the_search_can_be_registered_by() {
        var search = Cases.search(worker, Cases.somebody());
        var path = "/api/v1/searches/" + search;
        var reader = worker.with("Homeward-Purpose", "registration");
        assertThat(reader.get(path + "/candidates").status()).isEqualTo(200);

        madeBefore(search, Duration.ofMinutes(16));

        assertThat(reader.get(path + "/candidates").status()).isEqualTo(404);
        assertThat(reader.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_worker_of_no_organisation_registers_nobody() {
        var token =
                TestTokens.shared()
                        .sign(
                                claims ->
                                        claims.subject("lost")
                                                .claim("roles", List.of("case-worker"))
                                                .claim("districts", List.of("*")));
        var lost = Staff.nobody().with("Authorization", "Bearer " + token);
        var person = Cases.somebody();

        var answer = Cases.register(lost, Cases.search(lost, person), person, List.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("organisation-needed");
    }

    @Test
    void nobody_is_registered_in_or_moved_to_a_district_of_others() {
        var person = Cases.somebody();
        var here = Staff.workerOf("umed", Cases.DISTRICT);
        var elsewhere = Staff.workerOf("umed", "TJ-KT-VOSE");

        var registered =
                Cases.register(elsewhere, Cases.search(elsewhere, person), person, List.of());
        var id = Cases.registered(here, person);
        var moved =
                here.ifMatch(1)
                        .put(
                                "/api/v1/beneficiaries/" + id,
                                Map.of("person", person, "district", "TJ-KT-VOSE"));

        assertThat(registered.problem()).isEqualTo("district-out-of-scope");
        assertThat(moved.problem()).isEqualTo("district-out-of-scope");
        assertThat(List.of(registered.status(), moved.status())).containsOnly(403);
        assertThat(elsewhere.read("/api/v1/beneficiaries/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_foreign_file_looks_like_one_that_does_not_exist() {
        var id = Cases.registered(worker, Cases.somebody());
        var foreign = Staff.workerOf("hamdasti", "*");

        var there = foreign.read("/api/v1/beneficiaries/" + id);
        var nowhere = foreign.read("/api/v1/beneficiaries/" + UUID.randomUUID());

        assertThat(there.status()).isEqualTo(404);
        assertThat(there.withoutIds()).isEqualTo(nowhere.withoutIds());
    }

    @Test
    void what_was_written_wrongly_is_corrected_once_and_found_under_the_right_name() {
        var id = Cases.registered(worker, Cases.somebody());
        var right = Cases.somebody();
        var path = "/api/v1/beneficiaries/" + id;
        var body = Map.of("person", right, "district", "TJ-KT-VOSE");

        assertThat(worker.put(path, body).status()).isEqualTo(428);
        assertThat(worker.ifMatch(9).put(path, body).status()).isEqualTo(412);
        assertThat(worker.ifMatch(1).put(path, body).status()).isEqualTo(200);

        assertThat(worker.read(path).json().path("district").asString()).isEqualTo("TJ-KT-VOSE");
        var search = Cases.search(worker, right);
        assertThat(worker.get("/api/v1/searches/" + search).json().path("candidates").size())
                .isEqualTo(1);
    }

    @Test
    void a_bad_body_is_refused_with_the_field_named_and_changes_nothing() {
        var person = new HashMap<>(Cases.somebody());
        person.put("phones", List.of("12"));
        var search = Map.of("person", person, "district", Cases.DISTRICT);

        var phone = worker.post("/api/v1/searches", search);
        person.put("phones", List.of());
        person.put("nickname", "x");
        var unknown = worker.post("/api/v1/searches", search);
        person.remove("nickname");
        person.remove("name");
        var missing = worker.post("/api/v1/searches", search);

        assertThat(phone.pointer()).isEqualTo("/person/phones/0");
        assertThat(unknown.pointer()).isEqualTo("/person/nickname");
        assertThat(missing.pointer()).isEqualTo("/person/name");
        assertThat(List.of(phone.status(), unknown.status(), missing.status())).containsOnly(400);
    }

    @Test
    void nothing_personal_lies_in_the_database_in_plain() {
        var person = new HashMap<>(Cases.somebody());
        var document = "A" + Cases.phone().substring(2);
        person.put("documents", List.of(document));
        var id = Cases.registered(worker, person);
        worker.ifMatch(1)
                .put(
                        "/api/v1/beneficiaries/" + id,
                        Map.of("person", person, "district", "TJ-KT-VOSE"));
        Cases.search(worker, person);
        var phone = String.valueOf(person.get("phones")).replaceAll("\\D", "");

        assertThat(Database.collectionsHolding("umed")).contains("beneficiaries");
        assertThat(Database.collectionsHolding(Cases.DISTRICT)).contains("journal");
        for (var secret :
                List.of(name(person), phone, document, "somebody@example.org", "Навбаҳор")) {
            assertThat(Database.collectionsHolding(secret)).as(secret).isEmpty();
        }
    }

    @Test
    void nothing_stands_in_the_database_that_the_data_map_does_not_name() {
        Cases.given(worker, Cases.registered(worker, Cases.somebody()), "CASE_MANAGEMENT");

        assertThat(Database.unnamed()).isEmpty();
    }

    private static String name(Map<String, Object> person) {
        return person.get("name") instanceof Map<?, ?> name
                ? String.valueOf(name.get("family"))
                : "";
    }
}

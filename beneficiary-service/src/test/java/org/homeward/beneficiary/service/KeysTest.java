package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.test.DistantMasterKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is seen of keys from outside: of one that is broken or destroyed, and while they change. */
class KeysTest {

    private static final String FILES = "/api/v1/beneficiaries";
    private static final String SEARCH_KEYS = "/ops/v1/search-keys";
    private static final String RETOKENISE = "retokenise";
    private static final String AWAY = "master-key-away";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String organisation = "keys-" + UUID.randomUUID().toString().substring(0, 8);
    private final Staff worker = Staff.workerOf(organisation, Cases.DISTRICT);
    private final Staff administrator = Staff.in("administrator");
    private final List<Document> broken = new ArrayList<>();
    private final DistantMasterKey masterKey = RunningService.bean(DistantMasterKey.class);

    @AfterEach
    void mend() {
        masterKey.comeBack();
        broken.forEach(Database::replaceKey);
    }

    @Test
    void a_file_that_can_not_be_opened_is_a_failure_that_says_so_and_nothing_of_the_inside() {
        var id = broken(Cases.registered(worker, Cases.somebody()));

        var answer = worker.read(FILES + "/" + id);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("record-unreadable");
        assertThat(answer.body()).doesNotContain("vault").doesNotContain(id.toString());
        assertThat(alarms()).isPositive();
    }

    @Test
    void a_list_goes_on_and_says_who_can_not_be_shown_and_why() {
        var whole = Cases.registered(worker, Cases.somebody());
        var broken =
                Set.of(
                        broken(Cases.registered(worker, Cases.somebody())),
                        malformed(Cases.registered(worker, Cases.somebody())));
        erased(Cases.registered(worker, Cases.somebody()));

        var items = worker.read(FILES).json().path("items");

        assertThat(items.size()).isEqualTo(4);
        for (JsonNode row : items) {
            var id = UUID.fromString(row.path("id").asString());
            var said = row.path("legibility").asString();
            assertThat(said)
                    .isEqualTo(
                            id.equals(whole)
                                    ? "READABLE"
                                    : broken.contains(id) ? "UNAVAILABLE" : "ERASED");
            assertThat(row.path("person").isNull() || row.path("person").isMissingNode())
                    .isEqualTo(!id.equals(whole));
        }
    }

    @Test
    void a_search_passes_over_who_can_not_be_opened() {
        var person = Cases.somebody();
        broken(Cases.registered(worker, person));
        malformed(Cases.registered(worker, person));
        var whole = Cases.registered(worker, person);

        var search = Cases.search(worker, person);

        assertThat(worker.get("/api/v1/searches/" + search).json().path("candidates").size())
                .isEqualTo(1);
        assertThat(worker.read(FILES + "/" + whole).status()).isEqualTo(200);
    }

    @Test
    void who_was_registered_before_the_search_key_was_replaced_is_found_throughout() {
        var person = Cases.somebody();
        Cases.registered(worker, person);
        int newest = standing().path("newest").asInt();
        assertThat(administrator.put(SEARCH_KEYS + "/" + (newest + 2), "{}").status())
                .isEqualTo(400);

        var replaced = administrator.put(SEARCH_KEYS + "/" + (newest + 1), "{}");
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(200);
        assertThat(found(person)).isEqualTo(1);

        assertThat(administrator.put(SEARCH_KEYS + "/" + (newest + 1), "{}").status())
                .isEqualTo(200);
        assertThat(administrator.put(SEARCH_KEYS + "/" + (newest + 2), "{}").problem())
                .isEqualTo("state-conflict");
        awaitOldRows(0);
        assertThat(found(person)).isEqualTo(1);
        assertThat(standing().path("versions").size()).isEqualTo(2);

        retired(newest + 1);
        assertThat(found(person)).isEqualTo(1);
    }

    @Test
    void who_can_not_be_opened_keeps_her_rows_and_no_other_from_new_ones() {
        var person = Cases.somebody();
        var other = Cases.somebody();
        var before = rows();
        var id = broken(Cases.registered(worker, person));
        int hers = rows().size() - before.size();
        Cases.registered(worker, other);
        int newest = standing().path("newest").asInt();
        double told = RunningService.alarms(RETOKENISE);

        assertThat(administrator.put(SEARCH_KEYS + "/" + (newest + 1), "{}").status())
                .isEqualTo(200);

        awaitOldRows(hers);
        await().atMost(SOON).until(() -> RunningService.alarms(RETOKENISE) > told);
        assertThat(found(other)).isEqualTo(1);
        assertThat(found(person)).isZero();

        mend();
        assertThat(found(person)).isEqualTo(1);
        var right = Map.of("person", person, "district", Cases.DISTRICT);
        assertThat(worker.ifMatch(1).put(FILES + "/" + id, right).status()).isEqualTo(200);
        retired(newest + 1);
        assertThat(found(person)).isEqualTo(1);
    }

    @Test
    void while_the_master_key_can_not_be_asked_what_is_sealed_is_refused_for_now_and_unchanged() {
        var person = Cases.somebody();
        var id = Cases.registered(worker, person);
        var asked = Map.of("person", person, "district", Cases.DISTRICT);
        double broken = alarms();
        goAway(id);

        var refused =
                List.of(
                        worker.read(FILES + "/" + id),
                        worker.read(FILES),
                        worker.post("/api/v1/searches", asked),
                        worker.ifMatch(1).put(FILES + "/" + id, asked));

        assertThat(refused)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
                            assertThat(answer.problem()).isEqualTo("unavailable");
                        });
        assertThat(RunningService.alarms(AWAY)).isPositive();
        assertThat(alarms()).isEqualTo(broken);

        masterKey.comeBack();
        assertThat(worker.read(FILES + "/" + id).json().path("version").asInt()).isEqualTo(1);
        assertThat(found(person)).isEqualTo(1);
    }

    @Test
    void who_comes_while_the_master_key_is_away_is_registered_by_the_same_call_when_it_is_back() {
        var person = Cases.somebody();
        var search = Cases.search(worker, person);
        var caller = worker.key(UUID.randomUUID().toString());
        var before = written();
        double away = RunningService.alarms(AWAY);
        masterKey.goAway();

        var refused = Cases.register(caller, search, person, List.of());

        assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        assertThat(refused.body()).doesNotContain("vault", "master", search.toString());
        assertThat(RunningService.alarms(AWAY)).isGreaterThan(away);
        assertThat(written()).isEqualTo(before);

        masterKey.comeBack();
        var registered = Cases.register(caller, search, person, List.of());
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        assertThat(Cases.register(caller, search, person, List.of()).id())
                .isEqualTo(registered.id());
        assertThat(found(person)).isEqualTo(1);
    }

    /** All that a registration writes, by where. */
    private Map<String, Object> written() {
        var files = new Document("state.organisation", organisation);
        var changes = new Document("fact.organisation", organisation);
        return Map.of(
                "files", Database.stored("beneficiaries", files),
                "journal", Database.stored("journal", changes).size(),
                "rows", rows(),
                "numbers", Database.stored("case_numbers", new Document()),
                "keys", Database.keys());
    }

    @Test
    void a_master_key_that_can_not_be_asked_while_the_search_key_is_replaced_costs_nobody_a_row() {
        var person = Cases.somebody();
        var before = rows();
        var id = Cases.registered(worker, person);
        var hers = new ArrayList<>(rows());
        hers.removeAll(before);
        int newest = standing().path("newest").asInt();
        assertThat(administrator.put(SEARCH_KEYS + "/" + (newest + 1), "{}").status())
                .isEqualTo(200);
        awaitOldRows(0);

        // as if it had not come to her yet
        goAway(id);
        double away = RunningService.alarms(AWAY);
        Database.add("lookup", hers);

        await().atMost(SOON).until(() -> RunningService.alarms(AWAY) > away);
        assertThat(rows()).containsAll(hers);
        masterKey.comeBack();
        awaitOldRows(0);
        assertThat(found(person)).isEqualTo(1);
        retired(newest + 1);
    }

    @Test
    void rows_that_no_back_up_has_are_made_again_from_the_files() {
        var person = Cases.somebody();
        Cases.registered(worker, person);
        broken(Cases.registered(worker, Cases.somebody()));
        double told = RunningService.alarms(RETOKENISE);
        Database.remove("lookup", new Document());
        assertThat(found(person)).isZero();

        makeAgain(new Document());

        awaitComplete();
        assertThat(found(person)).isEqualTo(1);
        assertThat(RunningService.alarms(RETOKENISE)).isEqualTo(told + 1);
    }

    @Test
    void nobody_is_searched_for_while_more_than_a_few_who_have_no_rows_can_not_be_opened() {
        var person = Cases.somebody();
        Cases.registered(worker, person);
        var last = Cases.somebody();
        IntStream.range(0, 20).forEach(_ -> broken(Cases.registered(worker, Cases.somebody())));
        broken(Cases.registered(worker, last));
        double told = RunningService.alarms(RETOKENISE);
        Database.remove("lookup", new Document());
        makeAgain(new Document());

        await().atMost(SOON).until(() -> RunningService.alarms(RETOKENISE) > told);
        var asked = Map.of("person", person, "district", Cases.DISTRICT);
        assertThat(worker.post("/api/v1/searches", asked).status()).isEqualTo(503);

        mend();
        awaitComplete();
        assertThat(found(person)).isEqualTo(1);
        assertThat(found(last)).isEqualTo(1);
    }

    @Test
    void rows_are_not_made_again_without_the_master_key() {
        var person = Cases.somebody();
        goAway(Cases.registered(worker, person));
        double away = RunningService.alarms(AWAY);
        Database.remove("lookup", new Document());
        makeAgain(new Document());

        await().atMost(SOON).until(() -> RunningService.alarms(AWAY) > away);
        assertThat(incomplete()).isNotEmpty();

        masterKey.comeBack();
        awaitComplete();
        assertThat(found(person)).isEqualTo(1);
    }

    @Test
    void rows_go_on_being_made_where_it_was_left() {
        var people =
                Stream.generate(Cases::somebody)
                        .limit(2)
                        .map(person -> Map.entry(Cases.registered(worker, person), person))
                        .sorted(Comparator.comparing(one -> one.getKey().toString()))
                        .toList();
        Database.remove("lookup", new Document());

        makeAgain(new Document("madeUntil", people.getFirst().getKey()));

        awaitComplete();
        assertThat(found(people.getFirst().getValue())).isZero();
        assertThat(found(people.getLast().getValue())).isEqualTo(1);

        makeAgain(new Document());
        awaitComplete();
        assertThat(found(people.getFirst().getValue())).isEqualTo(1);
    }

    @Test
    void operators_see_which_version_of_the_master_key_is_needed() {
        var standing = administrator.get("/ops/v1/keys").json();

        assertThat(standing.path("wrapping").asInt()).isEqualTo(1);
        assertThat(standing.path("versions").path(0).path("atHand").asBoolean()).isTrue();
        assertThat(standing.path("versions").path(0).path("keys").asLong()).isPositive();
    }

    /** As when an hour is over. */
    private void retired(int newest) {
        Database.replace(
                "lookup_keys",
                new Document("_id", newest)
                        .append("since", Date.from(Instant.now().minus(Duration.ofHours(2)))));
        await().atMost(Duration.ofSeconds(30)).until(() -> standing().path("versions").size() == 1);
    }

    private void awaitOldRows(int many) {
        await().atMost(SOON)
                .until(() -> standing().path("versions").path(0).path("rows").asLong() == many);
    }

    private static List<Document> rows() {
        return Database.stored("lookup", new Document());
    }

    /** As after a start without rows. */
    private static void makeAgain(Document soFar) {
        var key = new Document(Database.stored("lookup_keys", new Document()).getLast());
        key.putAll(soFar);
        Database.replace("lookup_keys", key.append("incomplete", true));
    }

    private static void awaitComplete() {
        await().atMost(SOON).until(() -> incomplete().isEmpty());
    }

    private static List<Document> incomplete() {
        return Database.stored("lookup_keys", new Document("incomplete", true));
    }

    /** The key of the file is not remembered either. */
    private void goAway(UUID file) {
        masterKey.goAway();
        RunningService.vault().forget(file);
    }

    private JsonNode standing() {
        var answer = administrator.get(SEARCH_KEYS);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private int found(Map<String, Object> person) {
        var search = Cases.search(worker, person);
        return worker.get("/api/v1/searches/" + search).json().path("candidates").size();
    }

    private UUID broken(UUID id) {
        var other =
                new Document("_id", id)
                        .append("wrapped", new Binary(new byte[60]))
                        .append("master", 1);
        broken.add(Database.replaceKey(other));
        return id;
    }

    /** As the vault itself would not write it. */
    private UUID malformed(UUID id) {
        broken.add(
                Database.replaceKey(
                        new Document("_id", id).append("wrapped", new Binary(new byte[60]))));
        return id;
    }

    private static UUID erased(UUID id) {
        Database.destroyKeys(List.of(id));
        return id;
    }

    private static double alarms() {
        return RunningService.alarms("record-unreadable");
    }
}

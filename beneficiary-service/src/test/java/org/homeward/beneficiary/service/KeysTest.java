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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is seen of keys from outside: of one that is broken or destroyed, and while they change. */
class KeysTest {

    private static final String FILES = "/api/v1/beneficiaries";
    private static final String SEARCH_KEYS = "/ops/v1/search-keys";

    private final String organisation = "keys-" + UUID.randomUUID().toString().substring(0, 8);
    private final Staff worker = Staff.workerOf(organisation, Cases.DISTRICT);
    private final Staff administrator = Staff.in("administrator");
    private final List<Document> broken = new ArrayList<>();

    @AfterEach
    void mend() {
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
        var broken = broken(Cases.registered(worker, Cases.somebody()));
        erased(Cases.registered(worker, Cases.somebody()));

        var items = worker.read(FILES).json().path("items");

        assertThat(items.size()).isEqualTo(3);
        for (JsonNode row : items) {
            var id = UUID.fromString(row.path("id").asString());
            var said = row.path("legibility").asString();
            assertThat(said)
                    .isEqualTo(
                            id.equals(whole)
                                    ? "READABLE"
                                    : id.equals(broken) ? "UNAVAILABLE" : "ERASED");
            assertThat(row.path("person").isNull() || row.path("person").isMissingNode())
                    .isEqualTo(!id.equals(whole));
        }
    }

    @Test
    void a_search_passes_over_who_can_not_be_opened() {
        var person = Cases.somebody();
        broken(Cases.registered(worker, person));

        var search = Cases.search(worker, person);

        assertThat(worker.get("/api/v1/searches/" + search).json().path("candidates").size())
                .isZero();
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
        await().atMost(Duration.ofSeconds(60))
                .until(() -> standing().path("versions").path(0).path("rows").asLong() == 0);
        assertThat(found(person)).isEqualTo(1);
        assertThat(standing().path("versions").size()).isEqualTo(2);

        retired(newest + 1);
        assertThat(found(person)).isEqualTo(1);
    }

    @Test
    void who_can_not_be_opened_does_not_keep_the_search_key_and_is_found_when_she_is_corrected() {
        var person = Cases.somebody();
        var id = broken(Cases.registered(worker, person));
        int newest = standing().path("newest").asInt();
        assertThat(administrator.put(SEARCH_KEYS + "/" + (newest + 1), "{}").status())
                .isEqualTo(200);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> standing().path("versions").path(0).path("rows").asLong() == 0);
        retired(newest + 1);

        mend();
        assertThat(found(person)).isZero();
        var right = Map.of("person", person, "district", Cases.DISTRICT);
        assertThat(worker.ifMatch(1).put(FILES + "/" + id, right).status()).isEqualTo(200);
        assertThat(found(person)).isEqualTo(1);
    }

    @Test
    void rows_that_no_back_up_has_are_made_again_from_the_files() {
        var person = Cases.somebody();
        Cases.registered(worker, person);
        broken(Cases.registered(worker, Cases.somebody()));
        var key = Database.stored("lookup_keys", new Document()).getLast();
        Database.remove("lookup", new Document());
        assertThat(found(person)).isZero();

        Database.replace("lookup_keys", new Document(key).append("incomplete", true));

        var missing = new Document("incomplete", true);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Database.stored("lookup_keys", missing).isEmpty());
        assertThat(found(person)).isEqualTo(1);
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

    private static UUID erased(UUID id) {
        Database.destroyKeys(List.of(id));
        return id;
    }

    private static double alarms() {
        return RunningService.alarms("record-unreadable");
    }
}

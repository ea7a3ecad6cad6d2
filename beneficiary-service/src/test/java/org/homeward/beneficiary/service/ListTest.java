package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.Test;

/** The list of files. The organisation is this test's own, so what is listed is all of it. */
class ListTest {

    private static final String FILES = "/api/v1/beneficiaries";

    private final String organisation = "list-" + UUID.randomUUID().toString().substring(0, 8);
    private final Staff worker = Staff.workerOf(organisation, Cases.DISTRICT);

    @Test
    void a_list_shows_what_is_in_scope_only() {
        var id = Cases.registered(worker, Cases.somebody());

        assertThat(ids(worker.read(FILES))).containsExactly(id);
        assertThat(ids(Staff.workerOf(organisation, "*").read(FILES))).containsExactly(id);
        assertThat(ids(Staff.workerOf(organisation, "TJ-KT-VOSE").read(FILES))).isEmpty();
        assertThat(ids(Staff.workerOf(organisation + "-2", "*").read(FILES))).isEmpty();
    }

    @Test
    void a_list_goes_on_by_its_cursor_newest_first() {
        var registered =
                IntStream.range(0, 3)
                        .mapToObj(_ -> Cases.registered(worker, Cases.somebody()))
                        .toList();

        var first = worker.read(FILES + "?limit=2");
        var next = first.json().path("next").asString();
        var second = worker.read(FILES + "?limit=2&cursor=" + next);

        assertThat(Stream.concat(ids(first).stream(), ids(second).stream()))
                .containsExactlyElementsOf(registered.reversed());
        assertThat(ids(second)).hasSize(1);
        assertThat(second.json().path("next").asString("")).isEmpty();
    }

    @Test
    void a_list_is_written_down_once_with_whom_it_showed_and_needs_a_purpose() {
        var registered =
                IntStream.range(0, 2)
                        .mapToObj(_ -> Cases.registered(worker, Cases.somebody()))
                        .toList();

        assertThat(worker.get(FILES).problem()).isEqualTo("purpose-required");
        assertThat(accesses()).isEmpty();
        assertThat(worker.read(FILES).status()).isEqualTo(200);

        assertThat(accesses())
                .singleElement()
                .satisfies(
                        access ->
                                assertThat(access.getList("records", UUID.class))
                                        .containsExactlyInAnyOrderElementsOf(registered));
    }

    private List<Document> accesses() {
        return Database.stored("access", new Document("organisation", organisation));
    }

    private static List<UUID> ids(Answer list) {
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.json().path("items").findValuesAsString("id").stream()
                .map(UUID::fromString)
                .toList();
    }
}

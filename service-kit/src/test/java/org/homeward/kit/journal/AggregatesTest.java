package org.homeward.kit.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.homeward.kit.journal.Purse.PURSES;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.sealing.RecordDestroyed;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists, page by page. */
class AggregatesTest {

    private final JournalFixture fixture = new JournalFixture();
    private final Aggregates aggregates =
            new Aggregates(
                    fixture.template, fixture.mapping, fixture.vault, new Cursors(new byte[32]));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void pages_are_full_and_the_last_says_so_however_many_are_left_out_between() {
        var shown = new ArrayList<UUID>();
        shown.addAll(purses(2, "shown"));
        purses(120, "hidden");
        shown.addAll(purses(1, "shown"));
        purses(1, "hidden");

        var first = page(2, null);
        var last = page(2, first.next());

        assertThat(first.items()).hasSize(2);
        assertThat(last.items()).hasSize(1);
        assertThat(last.next()).isNull();
        assertThat(Stream.concat(first.items().stream(), last.items().stream()).map(Stored::id))
                .containsExactlyInAnyOrderElementsOf(shown);
        assertThat(page(3, null).next()).isNull();
    }

    @Test
    void after_a_thousand_that_are_left_out_a_page_ends_and_the_next_goes_on_after_them() {
        var oldest = purses(1, "shown");
        var hidden = purses(1_000, "hidden");

        var first = page(1, null);

        assertThat(first.items()).isEmpty();
        assertThat(
                        new String(
                                Base64.getUrlDecoder().decode(requireNonNull(first.next())),
                                ISO_8859_1))
                .doesNotContain(hidden.stream().map(AggregatesTest::bytesOf).toList());
        assertThat(page(1, first.next()).items())
                .extracting(Stored::id)
                .containsExactlyElementsOf(oldest);
    }

    @Test
    void every_page_holds_to_an_alternative_in_the_filter() {
        purses(2, "older");
        var two = purses(2, "newer");
        var filter = new Document("$or", two.stream().map(id -> new Document("_id", id)).toList());

        var first = aggregates.list(PURSES, filter, Scope.everything(), new PageRequest(1, null));
        var last =
                aggregates.list(
                        PURSES, filter, Scope.everything(), new PageRequest(3, first.next()));

        assertThat(Stream.concat(first.items().stream(), last.items().stream()).map(Stored::id))
                .containsExactlyInAnyOrderElementsOf(two);
    }

    @Test
    void what_was_destroyed_after_it_was_found_is_read_as_the_change_left_it() {
        var found = found(purses(1, "destroyed").getFirst());
        shut(found.id(), true);

        var now = aggregates.legible(found, AggregatesTest::note);

        assertThat(now.state()).isInstanceOf(Purse.Shut.class);
        assertThat(now.version()).isEqualTo(2);
    }

    @Test
    void what_was_destroyed_and_stands_as_before_is_gone_for_good() {
        var found = found(purses(1, "destroyed").getFirst());
        shut(found.id(), false);

        assertThatExceptionOfType(RecordDestroyed.class)
                .isThrownBy(() -> aggregates.legible(found, AggregatesTest::note))
                .satisfies(gone -> assertThat(gone.status()).isEqualTo(410));
    }

    @Test
    void what_can_be_read_is_not_asked_for_twice() {
        var found = found(purses(1, "whole").getFirst());

        assertThat(aggregates.legible(found, AggregatesTest::note)).isSameAs(found);
    }

    private Stored<Purse> found(UUID id) {
        return aggregates.find(PURSES, id, Scope.everything()).orElseThrow();
    }

    private static Optional<Secret<Purse.Note>> note(Purse purse) {
        return purse instanceof Purse.Open open ? Optional.of(open.note()) : Optional.empty();
    }

    /** Its key is destroyed; where it is not recorded, as by data that is older than the vault. */
    private void shut(UUID id, boolean recorded) {
        fixture.journal.inTransaction(
                Origin.system("shut", UUID.randomUUID()),
                change -> {
                    var purse = change.find(PURSES, id).orElseThrow();
                    if (recorded) {
                        change.update(purse, ((Purse.Open) purse.state()).shut());
                    }
                    change.destroyKey(id);
                    return 0;
                });
    }

    /** One byte, one char. */
    private static String bytesOf(UUID id) {
        byte[] bytes =
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        return new String(bytes, ISO_8859_1);
    }

    private Page<Stored<Purse>> page(int limit, @Nullable String cursor) {
        return aggregates.list(
                PURSES,
                new Document(),
                Scope.everything(),
                new PageRequest(limit, cursor),
                purse -> purse.note().open().text().equals("shown"));
    }

    private List<UUID> purses(int count, String note) {
        return fixture.journal.inTransaction(
                Origin.system("fill", UUID.randomUUID()),
                change ->
                        IntStream.range(0, count)
                                .mapToObj(_ -> filled(change, note))
                                .map(Stored::id)
                                .toList());
    }

    private static Stored<Purse> filled(Change change, String note) {
        var secret = Secret.of(new Purse.Note(note, 1));
        return change.create(
                PURSES, UUID.randomUUID(), Decision.of(new Purse.Open("hope", "D1", 1, secret)));
    }
}

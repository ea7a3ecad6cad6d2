package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private static final UUID ID = UUID.fromString("6f0c0f7e-93a5-4c1e-9a0f-0f6f3d4b9f11");

    private final Cursors cursors = new Cursors(new byte[32]);

    @Test
    void a_cursor_leads_back_to_its_place() {
        var cursor = cursors.encode(1_767_225_600_000_000L, ID, "state=DRAFT");

        assertThat(cursors.decode(cursor, "state=DRAFT"))
                .isEqualTo(new Cursors.Position(1_767_225_600_000_000L, ID));
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        refused(cursors.encode(1, ID, "state=DRAFT"), "state=PAID");
    }

    @Test
    void a_cursor_of_another_service_is_refused() {
        byte[] key = new byte[32];
        key[0] = 1;
        refused(new Cursors(key).encode(1, ID, ""), "");
    }

    @Test
    void another_instance_of_the_service_understands_it() {
        var cursor = cursors.encode(1, ID, "state=DRAFT");

        assertThat(new Cursors(new byte[32]).decode(cursor, "state=DRAFT"))
                .isEqualTo(new Cursors.Position(1, ID));
    }

    @Test
    void of_the_record_that_it_stands_for_it_tells_neither_id_nor_time() {
        long created = 1_767_225_600_000_000L;
        var values = List.of(created, ID.getMostSignificantBits(), ID.getLeastSignificantBits());

        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursors.encode(created, ID, "")));

        for (int at = 0; at + Long.BYTES <= bytes.capacity(); at++) {
            assertThat(bytes.getLong(at)).isNotIn(values);
        }
        assertThat(cursors.encode(created, ID, "")).isNotEqualTo(cursors.encode(created, ID, ""));
    }

    @Test
    void no_changed_bit_goes_unnoticed() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.encode(1, ID, ""));
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] changed = bytes.clone();
            changed[i / 8] ^= (byte) (1 << (i % 8));

            refused(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), "");
        }
    }

    @Test
    void garbage_is_refused() {
        List.of("", "x", "ж", "{}", "AAAA", "../..").forEach(garbage -> refused(garbage, ""));
    }

    private void refused(String cursor, String filter) {
        assertThatExceptionOfType(InvalidCursor.class)
                .isThrownBy(() -> cursors.decode(cursor, filter));
    }
}

package org.homeward.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    private static final UUID EVENT = UUID.fromString("6f0c1c8e-0d5b-4f0e-9a39-0f6f4d5a7f10");
    private static final UUID RECIPIENT = UUID.fromString("0b9f5dc2-6a3e-4c56-8a8b-6a8f4fd1c0aa");

    @Test
    void the_same_event_to_the_same_recipient_is_the_same_message() {
        assertThat(ids(1).of(EVENT, RECIPIENT)).isEqualTo(ids(1).of(EVENT, RECIPIENT));
    }

    @Test
    void another_recipient_or_another_event_is_another_message() {
        assertThat(ids(1).of(EVENT, RECIPIENT))
                .isNotEqualTo(ids(1).of(EVENT, EVENT))
                .isNotEqualTo(ids(1).of(RECIPIENT, EVENT));
    }

    @Test
    void who_knows_event_and_recipient_but_not_the_key_can_not_tell_the_message() {
        assertThat(ids(1).of(EVENT, RECIPIENT)).isNotEqualTo(ids(2).of(EVENT, RECIPIENT));
    }

    @Test
    void it_is_a_uuid_of_its_makers_own_kind() {
        var id = ids(1).of(EVENT, RECIPIENT);

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    private static MessageIds ids(int filling) {
        return new MessageIds(
                purpose -> {
                    byte[] key = new byte[32];
                    Arrays.fill(key, (byte) filling);
                    return key;
                });
    }
}

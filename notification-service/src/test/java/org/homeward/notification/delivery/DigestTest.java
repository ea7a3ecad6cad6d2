package org.homeward.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.notification.delivery.Delivery.Queued;
import org.homeward.notification.delivery.Message.Digest;
import org.homeward.notification.delivery.Message.Notice;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.subscription.Occasion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");

    private final Recipient.Staff editor = new Recipient.Staff(UUID.randomUUID());
    private final UUID id = UUID.randomUUID();

    /** Dushanbe is five hours ahead of UTC all the year. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T01:59:59.999Z, 2026-03-01",
        "2026-03-01T02:00:00Z,     2026-03-02",
        "2026-03-01T18:59:59Z,     2026-03-02",
        "2026-03-01T19:00:00Z,     2026-03-02",
        "2026-03-02T01:59:59Z,     2026-03-02",
        "2026-12-31T02:00:00Z,     2027-01-01"
    })
    void what_comes_is_told_at_the_next_seven_in_dushanbe(Instant now, String day) {
        assertThat(Digests.dayOf(now)).isEqualTo(day);
        assertThat(Digests.closing(Digests.dayOf(now))).isAfter(now);
    }

    @Test
    void that_it_was_taken_is_told_once_for_each_type_of_event() {
        var digest =
                new Digest(
                        editor,
                        List.of(
                                notice("homeward.story.published.v1"),
                                notice("homeward.story.retracted.v1"),
                                notice("homeward.story.published.v1")));
        var queued = (Queued) Delivery.queue(id, digest, NOW).state();

        assertThat(queued.delivered("v", NOW).events())
                .containsExactlyInAnyOrder(told("published"), told("retracted"));
    }

    @Test
    void of_what_was_not_for_her_in_the_end_nothing_is_told_and_nothing_kept() {
        var hers = notice("homeward.story.published.v1");
        var digest = new Digest(editor, List.of(hers, notice("homeward.story.retracted.v1")));
        var queued = (Queued) Delivery.queue(id, digest, NOW).state();

        var delivered = queued.telling(List.of(hers)).delivered("v", NOW);

        assertThat(delivered.events()).containsExactly(told("published"));
        assertThat(delivered.state().message()).isEqualTo(new Digest(editor, List.of(hers)));
    }

    private NotificationDelivered told(String what) {
        return new NotificationDelivered(
                id, DeliveryChannel.EMAIL, "homeward.story." + what + ".v1");
    }

    private Notice notice(String about) {
        return new Notice(
                UUID.randomUUID(),
                about,
                Occasion.STORY_PUBLISHED,
                editor,
                Map.of("story", UUID.randomUUID().toString()),
                null,
                true);
    }
}

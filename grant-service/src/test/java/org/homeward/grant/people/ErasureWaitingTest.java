package org.homeward.grant.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.grant.GrantErasureConfirmed;
import org.junit.jupiter.api.Test;

class ErasureWaitingTest {

    private static final UUID ORDER = UUID.fromString("6a1f3d52-9c7e-4b0a-8d21-5e4f7a9b3c60");
    private static final UUID PERSON = UUID.fromString("0f9c2b7d-3e58-4a16-b7c4-1d8e6f5a2b93");
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    @Test
    void what_is_there_is_destroyed_at_once_and_nothing_confirmed() {
        var waiting = new ErasureWaiting(PERSON, null);

        var destroyed = waiting.destroyed(ORDER, NOW);

        assertThat(waiting.isDue(NOW)).isTrue();
        assertThat(destroyed.state()).isEqualTo(new ErasureWaiting(PERSON, NOW));
        assertThat(destroyed.events()).isEmpty();
    }

    @Test
    void a_minute_later_what_came_in_meanwhile_is_destroyed_and_it_is_confirmed() {
        var waiting = new ErasureWaiting(PERSON, NOW);

        assertThat(waiting.isDue(NOW.plusSeconds(59))).isFalse();
        assertThat(waiting.isDue(NOW.plusSeconds(60))).isTrue();
        var destroyed = waiting.destroyed(ORDER, NOW.plusSeconds(60));
        assertThat(destroyed.state()).isEqualTo(new ErasureDone());
        assertThat(destroyed.events()).containsExactly(new GrantErasureConfirmed(ORDER));
    }
}

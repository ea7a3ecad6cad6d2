package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.KeyDestroyed;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.sealing.SealBroken;
import org.homeward.kit.web.Page.NotShown;
import org.junit.jupiter.api.Test;

class NotShownTest {

    private static final AggregateType<String> TYPE =
            AggregateType.of("thing", String.class, "things");

    @Test
    void a_list_goes_on_and_says_what_can_not_be_shown() {
        var whole = stored("whole");
        var erased = stored("erased");
        var broken = stored("broken");

        var page = new Page<>(List.of(erased, whole, broken), "next").map(NotShownTest::open);

        assertThat(page.items()).containsExactly("whole");
        assertThat(page.next()).isEqualTo("next");
        assertThat(page.notShown())
                .containsExactly(
                        new NotShown(erased.id(), Legibility.ERASED),
                        new NotShown(broken.id(), Legibility.UNAVAILABLE));
        assertThat(page.map(String::length).notShown()).hasSize(2);
    }

    @Test
    void what_can_not_be_named_is_not_passed_over_in_silence() {
        var page = new Page<>(List.of("broken"), null);

        assertThatThrownBy(() -> page.map(text -> open(stored(text))))
                .isInstanceOf(SealBroken.class);
    }

    private static String open(Stored<String> stored) {
        return switch (stored.state()) {
            case "erased" -> throw new KeyDestroyed();
            case "broken" -> throw new SealBroken();
            default -> stored.state();
        };
    }

    private static Stored<String> stored(String state) {
        return new Stored<>(TYPE, UUID.randomUUID(), state, 1, 1);
    }
}

package org.homeward.story.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.junit.jupiter.api.Test;

class TextHashTest {

    private static final Set<UUID> NOBODY = Set.of();
    private static final UUID SHE = UUID.fromString("0a4f3c21-7be5-4d7b-9a57-66f2f2f0f7d3");
    private static final UUID HE = UUID.fromString("c9a6f0b2-1b7d-4a6e-bd4f-6f1f0c6b5e22");
    private static final List<Depicted> NONE = List.of();
    private static final LocalDate DAY = LocalDate.of(2026, 12, 18);
    private static final Setting PLAIN = new Setting(NOBODY, false, null, null, null, NONE);

    @Test
    void the_digest_of_a_known_text_never_changes() {
        var text =
                Texts.of(
                        Map.of(
                                Language.EN,
                                new Version(
                                        "Home",
                                        "She is back.",
                                        List.of(
                                                new Section("Today", List.of("She bakes.")),
                                                new Section(null, List.of("She sells."))),
                                        List.of())));

        // printf of the documented bytes, through sha256sum: no code of ours
        assertThat(
                        text.hash(
                                new Setting(
                                        Set.of(HE, SHE),
                                        true,
                                        "TJ-KT",
                                        Sector.CLOTHING,
                                        null,
                                        NONE)))
                .isEqualTo("472acbcae77b12642b8abab02ff4219c5b11bd09302382e5060c5f54b59081cc");
    }

    @Test
    void a_closing_day_and_pictures_stand_in_it_as_documented() {
        var text =
                Texts.of(
                        Map.of(
                                Language.EN,
                                new Version(
                                        "Home",
                                        "She is back.",
                                        List.of(new Section(null, List.of("She bakes."))),
                                        List.of("She laughs.", "Нон"))));
        var pictures =
                List.of(
                        new Depicted("c".repeat(64), Set.of(HE, SHE)),
                        new Depicted("d".repeat(64), Set.of()));

        assertThat(text.hash(new Setting(NOBODY, false, null, null, DAY, pictures)))
                .isEqualTo("0b44dcb03f6a292a140c45b40a2ba2343e75722b55ce3d12c5c9785c8426d8b2");
    }

    @Test
    void who_knows_all_that_the_page_says_does_not_know_the_digest() {
        var text = one("Ҳаким баргашт.");

        assertThat(
                        List.of(
                                Texts.typed(text).hash(of(SHE)),
                                Texts.typed(text).hash(of(SHE)),
                                text.hash(of(SHE))))
                .doesNotHaveDuplicates();
        assertThat(Texts.typed(text).salt()).matches("[0-9a-f]{64}");
    }

    @Test
    void what_the_page_says_beside_the_words_makes_another_text() {
        var text = one("Ҳаким баргашт.");

        assertThat(
                        List.of(
                                text.hash(PLAIN),
                                text.hash(new Setting(NOBODY, true, null, null, null, NONE)),
                                text.hash(new Setting(NOBODY, false, "TJ-KT", null, null, NONE)),
                                text.hash(new Setting(NOBODY, false, "TJ-SU", null, null, NONE)),
                                text.hash(
                                        new Setting(
                                                NOBODY, false, null, Sector.CLOTHING, null, NONE)),
                                text.hash(
                                        new Setting(
                                                NOBODY,
                                                false,
                                                "TJ-KT",
                                                Sector.CLOTHING,
                                                null,
                                                NONE)),
                                text.hash(new Setting(NOBODY, false, null, null, DAY, NONE))))
                .doesNotHaveDuplicates();
    }

    @Test
    void somebody_more_or_less_or_another_in_it_makes_another_text() {
        var text = one("Ҳаким баргашт.");

        assertThat(
                        List.of(
                                text.hash(PLAIN),
                                text.hash(of(SHE)),
                                text.hash(of(HE)),
                                text.hash(of(SHE, HE))))
                .doesNotHaveDuplicates();
    }

    @Test
    void it_does_not_depend_on_the_order_in_which_languages_are_given() {
        var tajik = Texts.version("Хона", "Вай баргашт.", "Вай нон мепазад.");
        var english = Texts.version("Home", "She is back.", "She bakes bread.");

        assertThat(Texts.of(Map.of(Language.TG, tajik, Language.EN, english)).hash(PLAIN))
                .isEqualTo(Texts.of(Map.of(Language.EN, english, Language.TG, tajik)).hash(PLAIN));
    }

    @Test
    void a_single_letter_in_one_language_makes_it_another_text() {
        assertThat(one("Ҳаким баргашт.").hash(PLAIN))
                .isNotEqualTo(one("Хаким баргашт.").hash(PLAIN));
    }

    @Test
    void the_same_letters_typed_in_another_way_are_the_same_text() {
        var composed = one("Зиндагӣ\nнав");
        var decomposed = one("  Зиндаги\u0304\r\nнав ");

        assertThat(decomposed.hash(PLAIN)).isEqualTo(composed.hash(PLAIN));
    }

    @Test
    void words_that_move_to_another_place_make_another_text() {
        var two = sections(new Section(null, List.of("one", "two")));
        var joined = sections(new Section(null, List.of("one\nparagraph 3\ntwo")));
        var split = sections(new Section(null, List.of("one")), new Section(null, List.of("two")));
        var headed = sections(new Section("one", List.of("two")));

        assertThat(
                        List.of(
                                two.hash(PLAIN),
                                joined.hash(PLAIN),
                                split.hash(PLAIN),
                                headed.hash(PLAIN)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_language_more_makes_another_text() {
        var tajik = Texts.version("Хона", "Вай баргашт.", "Вай нон мепазад.");

        assertThat(Texts.of(Map.of(Language.TG, tajik)).hash(PLAIN))
                .isNotEqualTo(Texts.of(Map.of(Language.TG, tajik, Language.RU, tajik)).hash(PLAIN))
                .isNotEqualTo(Texts.of(Map.of(Language.RU, tajik)).hash(PLAIN));
    }

    private static Setting of(UUID... persons) {
        return new Setting(Set.of(persons), false, null, null, null, NONE);
    }

    private static StoryText one(String paragraph) {
        return sections(new Section(null, List.of(paragraph)));
    }

    private static StoryText sections(Section... sections) {
        return Texts.of(
                Map.of(
                        Language.TG,
                        new Version("Хона", "Вай баргашт.", List.of(sections), List.of())));
    }
}

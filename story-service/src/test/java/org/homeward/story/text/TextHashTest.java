package org.homeward.story.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextHashTest {

    @Test
    void the_digest_of_a_known_text_never_changes() {
        var text =
                new StoryText(
                        Map.of(
                                Language.EN,
                                new Version(
                                        "Home",
                                        "She is back.",
                                        List.of(
                                                new Section("Today", List.of("She bakes.")),
                                                new Section(null, List.of("She sells."))))));

        // printf of the documented bytes, through sha256sum: no code of ours
        assertThat(text.hash())
                .isEqualTo("032bf1a100fc77e253b36041788fa30ac123727c6fc932ec031a38acbf0b6db9");
    }

    @Test
    void it_does_not_depend_on_the_order_in_which_languages_are_given() {
        var tajik = Texts.version("Хона", "Вай баргашт.", "Вай нон мепазад.");
        var english = Texts.version("Home", "She is back.", "She bakes bread.");

        assertThat(new StoryText(Map.of(Language.TG, tajik, Language.EN, english)).hash())
                .isEqualTo(new StoryText(Map.of(Language.EN, english, Language.TG, tajik)).hash());
    }

    @Test
    void a_single_letter_in_one_language_makes_it_another_text() {
        assertThat(one("Ҳаким баргашт.").hash()).isNotEqualTo(one("Хаким баргашт.").hash());
    }

    @Test
    void the_same_letters_typed_in_another_way_are_the_same_text() {
        var composed = one("Зиндагӣ\nнав");
        var decomposed = one("  Зиндаги\u0304\r\nнав ");

        assertThat(decomposed.hash()).isEqualTo(composed.hash());
    }

    @Test
    void words_that_move_to_another_place_make_another_text() {
        var two = sections(new Section(null, List.of("one", "two")));
        var joined = sections(new Section(null, List.of("one\nparagraph 3\ntwo")));
        var split = sections(new Section(null, List.of("one")), new Section(null, List.of("two")));
        var headed = sections(new Section("one", List.of("two")));

        assertThat(List.of(two.hash(), joined.hash(), split.hash(), headed.hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_language_more_makes_another_text() {
        var tajik = Texts.version("Хона", "Вай баргашт.", "Вай нон мепазад.");

        assertThat(new StoryText(Map.of(Language.TG, tajik)).hash())
                .isNotEqualTo(new StoryText(Map.of(Language.TG, tajik, Language.RU, tajik)).hash())
                .isNotEqualTo(new StoryText(Map.of(Language.RU, tajik)).hash());
    }

    private static StoryText one(String paragraph) {
        return sections(new Section(null, List.of(paragraph)));
    }

    private static StoryText sections(Section... sections) {
        return new StoryText(
                Map.of(Language.TG, new Version("Хона", "Вай баргашт.", List.of(sections))));
    }
}

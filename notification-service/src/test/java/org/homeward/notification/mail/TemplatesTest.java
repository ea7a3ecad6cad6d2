package org.homeward.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.notification.subscription.Occasion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final Map<String, String> FACTS =
            Map.of(
                    "programme", "REINT-26",
                    "application", "11111111-1111-4111-8111-111111111111",
                    "grant", "22222222-2222-4222-8222-222222222222",
                    "story", "33333333-3333-4333-8333-333333333333",
                    "opening", "44444444-4444-4444-8444-444444444444");

    /** Stems, in the three languages, of what nobody else who sees a mail may learn. */
    private static final List<String> TELLING =
            List.of(
                    "homeward",
                    "mission",
                    "migra",
                    "grant",
                    "money",
                    "programme",
                    "traffick",
                    "violen",
                    "deport",
                    "victim",
                    "мигра",
                    "мухоҷир",
                    "муҳоҷир",
                    "грант",
                    "деньг",
                    "пул",
                    "программ",
                    "барнома",
                    "торговл",
                    "қочоқ",
                    "насил",
                    "зӯровар",
                    "хушунат",
                    "депорт",
                    "жертв",
                    "ҷабрди",
                    "бенефициар",
                    "помощ",
                    "кӯмак");

    private final Templates templates = new Templates();

    @ParameterizedTest
    @MethodSource("everyTextToStaff")
    void staff_are_told_all_facts_and_nothing_is_left_open(Occasion occasion, String language) {
        var text = templates.toStaff(occasion, language, FACTS);

        assertThat(text.language()).isEqualTo(language);
        assertThat(text.subject() + text.body()).doesNotContain("{", "}");
        assertThat(text.subject()).isNotBlank().hasSizeLessThan(78);
        assertThat(occasion.facts())
                .allSatisfy(fact -> assertThat(text.body()).contains(FACTS.get(fact)));
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void no_language_is_a_copy_of_another(Occasion occasion) {
        var subjects =
                Templates.LANGUAGES.stream()
                        .map(language -> templates.toStaff(occasion, language, FACTS).subject())
                        .collect(Collectors.toSet());

        assertThat(subjects).hasSameSizeAs(Templates.LANGUAGES);
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void tajik_is_written_in_its_own_letters(Occasion occasion) {
        assertThat(templates.toStaff(occasion, "tg", FACTS).body()).containsPattern("[ҳқғӯӣҷ]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tg", "ru", "en"})
    void who_reads_a_beneficiarys_mail_learns_nothing(String language) {
        var text = templates.toBeneficiary(Occasion.GRANT_APPROVED, language);

        assertThat((text.subject() + text.body()).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(TELLING)
                .doesNotContain("http", "{", "@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uz", "fa-AF", "ru-RU", "en-GB", ""})
    void another_language_is_answered_in_the_nearest_we_have(String language) {
        var spoken = language.startsWith("ru") || language.startsWith("en") ? language : "tg";

        assertThat(templates.toBeneficiary(Occasion.GRANT_APPROVED, language).language())
                .isEqualTo(spoken.substring(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tg", "ru", "en"})
    void a_digest_counts_what_is_of_one_kind_and_tells_the_facts_of_each(String language) {
        var grant = templates.brief(Occasion.GRANT_APPROVED, language, FACTS);
        var story = templates.brief(Occasion.STORY_PUBLISHED, language, FACTS);
        var another =
                templates.brief(Occasion.GRANT_APPROVED, language, with("grant", "another-grant"));

        var text = templates.digest(language, List.of(grant, story, another));

        assertThat(text.subject()).contains("3").hasSizeLessThan(78);
        assertThat(text.body())
                .containsSubsequence(
                        templates.toStaff(Occasion.GRANT_APPROVED, language, FACTS).subject()
                                + ": 2\n",
                        FACTS.get("grant"),
                        "another-grant",
                        templates.toStaff(Occasion.STORY_PUBLISHED, language, FACTS).subject()
                                + ": 1\n",
                        FACTS.get("story"))
                .containsOnlyOnce(FACTS.get("programme"))
                .doesNotContain("{", "}");
    }

    @Test
    void what_is_of_another_programme_is_of_another_kind() {
        var one = templates.brief(Occasion.GRANT_APPROVED, "en", FACTS);
        var other = templates.brief(Occasion.GRANT_APPROVED, "en", with("programme", "OTHER-26"));

        assertThat(templates.digest("en", List.of(one, other)).body())
                .contains("REINT-26: 1\n", "OTHER-26: 1\n");
    }

    private static Map<String, String> with(String fact, String value) {
        var facts = new HashMap<>(FACTS);
        facts.put(fact, value);
        return facts;
    }

    @Test
    void all_can_be_previewed_and_a_preview_is_about_nobody() {
        assertThat(templates.all().keySet())
                .hasSizeGreaterThan(Templates.LANGUAGES.size() * Occasion.values().length)
                .allSatisfy(
                        key ->
                                assertThat(templates.preview(key).orElseThrow().body())
                                        .doesNotContain("{", "}", "REINT")
                                        .isNotBlank());
    }

    /** A line of our own making would be broken once more on a telephone. */
    @Test
    void a_paragraph_is_one_line_but_for_its_facts() {
        assertThat(templates.all().keySet())
                .allSatisfy(
                        key ->
                                assertThat(templates.preview(key).orElseThrow().body())
                                        .doesNotContainPattern("\\S\\n(?! *\\S+: \\S+\\n)\\S"));
    }

    private static Stream<Object[]> everyTextToStaff() {
        return Arrays.stream(Occasion.values())
                .flatMap(
                        occasion ->
                                Templates.LANGUAGES.stream()
                                        .map(language -> new Object[] {occasion, language}));
    }
}

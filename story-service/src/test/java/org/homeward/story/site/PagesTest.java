package org.homeward.story.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.contracts.story.StoryKind;
import org.homeward.story.text.Language;
import org.homeward.story.text.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in every language, as a reader's browser gets it; left under target to be looked at.
 */
class PagesTest {

    private static final int ENOUGH_FOR_A_SLOW_TELEPHONE = 100 * 1024;
    private static final Path PREVIEW = Path.of("target", "site-preview");

    private final SampleSite site = new SampleSite();

    static Stream<SampleSite.Page> pages() {
        return new SampleSite().pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_says_everything_in_its_own_language(SampleSite.Page page) throws IOException {
        assertThat(page.html())
                .doesNotContain("??")
                .doesNotContain(" th:")
                .contains("<html lang=\"" + page.language().tag() + "\">");
        Files.createDirectories(PREVIEW.resolve(page.language().tag()));
        Files.writeString(PREVIEW.resolve(page + ".html"), page.html());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void its_headings_have_one_top_and_no_gap(SampleSite.Page page) {
        var levels = new ArrayList<Integer>();
        var heading = Pattern.compile("<h([1-6])[ >]").matcher(page.html());
        while (heading.find()) {
            levels.add(Integer.valueOf(heading.group(1)));
        }

        assertThat(levels.getFirst()).isEqualTo(1);
        assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_runs_no_script_and_asks_no_other_server_for_anything(SampleSite.Page page) {
        assertThat(page.html())
                .doesNotContain("<script")
                .doesNotContain("style=")
                .doesNotContainPattern("(src|stylesheet\" href)=\"(https?:)?//");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void its_pictures_keep_their_room_are_described_and_wait_until_they_are_seen(
            SampleSite.Page page) {
        var pictures =
                Pattern.compile("<img [^>]*/pictures/[^>]*>")
                        .matcher(page.html())
                        .results()
                        .toList();

        assertThat(pictures.isEmpty())
                .isEqualTo(
                        !List.of(
                                        "list",
                                        "list-older",
                                        "article",
                                        "about-of-the-mission",
                                        "contact-of-the-mission")
                                .contains(page.name()));
        for (var picture : pictures) {
            assertThat(picture.group())
                    .contains("width=\"1600\"")
                    .contains("height=\"1067\"")
                    .contains("/480 480w, ")
                    .contains("/1600 1600w\"")
                    .contains("loading=\"lazy\"")
                    .containsPattern("alt=\"[^\"]+\"");
        }
    }

    @Test
    void a_page_with_all_that_belongs_to_it_loads_on_a_slow_telephone() throws IOException {
        long assets = 0;
        try (var files = Files.list(Path.of("src/main/resources/static/assets"))) {
            for (Path file : files.toList()) {
                assets += Files.size(file);
            }
        }
        for (SampleSite.Page page : site.pages().toList()) {
            assertThat(page.html().getBytes(StandardCharsets.UTF_8).length + assets)
                    .as(page.toString())
                    .isLessThan(ENOUGH_FOR_A_SLOW_TELEPHONE);
        }
    }

    @Test
    void an_article_names_itself_in_every_language_it_is_told_in() {
        var frame =
                site.frames().article(Language.TG, "/stories/x", List.of(Language.TG, Language.RU));
        var html =
                site.page(
                        "site/article",
                        Language.TG,
                        Map.of("frame", frame, "article", site.tailor(Language.TG)));

        assertThat(html)
                .contains("<link rel=\"canonical\" href=\"https://stories.example/tg/stories/x\">")
                .contains(
                        "<link rel=\"alternate\" hreflang=\"tg\" href=\"https://stories.example/tg/stories/x\">")
                .contains(
                        "<link rel=\"alternate\" hreflang=\"ru\" href=\"https://stories.example/ru/stories/x\">")
                .contains(
                        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://stories.example/stories/x\">")
                .doesNotContain("hreflang=\"en\" href=\"https:");
    }

    @ParameterizedTest
    @EnumSource
    void a_page_that_is_gone_says_the_same_of_every_story(Language language) {
        assertThat(site.notice("gone", language))
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("canonical")
                .doesNotContainIgnoringCase("consent")
                .doesNotContainIgnoringCase("согласи")
                .doesNotContainIgnoringCase("розиг");
    }

    @Test
    void days_are_written_as_people_write_them() {
        var day = LocalDate.of(2019, 2, 12);

        assertThat(site.days().inWords(day, Language.TG)).isEqualTo("12 феврали соли 2019");
        assertThat(site.days().inWords(day, Language.RU)).isEqualTo("12 февраля 2019 г.");
        assertThat(site.days().inWords(day, Language.EN)).isEqualTo("12 February 2019");
    }

    @Test
    void a_changed_name_is_said_to_be_changed() {
        var frame = site.frames().article(Language.EN, "/stories/x", List.of(Language.EN));

        assertThat(
                        site.page(
                                "site/article",
                                Language.EN,
                                Map.of("frame", frame, "article", site.baker(Language.EN))))
                .contains("Name changed");
        assertThat(
                        site.page(
                                "site/article",
                                Language.EN,
                                Map.of("frame", frame, "article", site.tailor(Language.EN))))
                .doesNotContain("Name changed");
    }

    @Test
    void what_an_author_wrote_is_text_and_never_markup() {
        var article =
                new Article(
                        StoryKind.NEWS,
                        List.of(Language.EN),
                        "<b>Bold</b>",
                        "\"><img src=x onerror=alert(1)>",
                        List.of(new Section(null, List.of("<script>alert(1)</script>"))),
                        List.of(),
                        LocalDate.of(2026, 1, 1),
                        "1 January 2026",
                        null,
                        null,
                        null,
                        false,
                        false);
        var frame = site.frames().article(Language.EN, "/stories/x", List.of(Language.EN));

        assertThat(
                        site.page(
                                "site/article",
                                Language.EN,
                                Map.of("frame", frame, "article", article)))
                .doesNotContain("<b>")
                .doesNotContain("<script")
                .doesNotContain("<img src=x");
    }
}

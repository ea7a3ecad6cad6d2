package org.homeward.story.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
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
import org.homeward.story.site.StoryList.Card;
import org.homeward.story.text.Language;
import org.homeward.story.text.Section;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Every page in every language, as a reader's browser gets it; left under target to be looked at.
 */
class PagesTest {

    private static final int ENOUGH_FOR_A_SLOW_TELEPHONE = 100 * 1024;
    private static final Path PREVIEW = Path.of("target", "site-preview");

    private final Frames frames =
            new Frames(
                    new SiteSettings(
                            URI.create("https://stories.example"),
                            12,
                            new SiteSettings.Mission(
                                    Map.of(
                                            Language.TG, "734000, ш. Душанбе, кӯчаи Намунавӣ, 1",
                                            Language.RU, "734000, г. Душанбе, ул. Примерная, 1",
                                            Language.EN, "1 Example Street, Dushanbe 734000"),
                                    "+992 00 000 00 00",
                                    "+992 00 000 00 01",
                                    "contact@mission.example")));
    private final Days days = new Days(new SiteConfiguration().messageSource());
    private SpringTemplateEngine engine;

    @BeforeEach
    void engine() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(new SiteConfiguration().messageSource());
    }

    record Page(Language language, String name, String html) {

        @Override
        public String toString() {
            return language.tag() + "/" + name;
        }
    }

    static Stream<Page> pages() {
        var test = new PagesTest();
        test.engine();
        return Stream.of(Language.values()).flatMap(test::in);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_says_everything_in_its_own_language(Page page) throws IOException {
        assertThat(page.html())
                .doesNotContain("??")
                .doesNotContain("th:")
                .contains("<html lang=\"" + page.language().tag() + "\">");
        Files.createDirectories(PREVIEW.resolve(page.language().tag()));
        Files.writeString(PREVIEW.resolve(page + ".html"), page.html());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void its_headings_have_one_top_and_no_gap(Page page) {
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
    void it_runs_no_script_and_asks_no_other_server_for_anything(Page page) {
        assertThat(page.html())
                .doesNotContain("<script")
                .doesNotContain("style=")
                .doesNotContainPattern("(src|stylesheet\" href)=\"(https?:)?//");
    }

    @Test
    void a_page_with_all_that_belongs_to_it_loads_on_a_slow_telephone() throws IOException {
        long assets = 0;
        try (var files = Files.list(Path.of("src/main/resources/static/assets"))) {
            for (Path file : files.toList()) {
                assets += Files.size(file);
            }
        }
        for (Page page : pages().toList()) {
            assertThat(page.html().getBytes(StandardCharsets.UTF_8).length + assets)
                    .as(page.toString())
                    .isLessThan(ENOUGH_FOR_A_SLOW_TELEPHONE);
        }
    }

    @Test
    void an_article_names_itself_in_every_language_it_is_told_in() {
        var frame = frames.article(Language.TG, "/stories/x", List.of(Language.TG, Language.RU));
        var html =
                page(
                        "site/article",
                        Language.TG,
                        Map.of("frame", frame, "article", tailor(Language.TG)));

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
        assertThat(notice("gone", language))
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("canonical")
                .doesNotContainIgnoringCase("consent")
                .doesNotContainIgnoringCase("согласи")
                .doesNotContainIgnoringCase("розиг");
    }

    @Test
    void days_are_written_as_people_write_them() {
        var day = LocalDate.of(2019, 2, 12);

        assertThat(days.inWords(day, Language.TG)).isEqualTo("12 феврали соли 2019");
        assertThat(days.inWords(day, Language.RU)).isEqualTo("12 февраля 2019 г.");
        assertThat(days.inWords(day, Language.EN)).isEqualTo("12 February 2019");
    }

    @Test
    void a_changed_name_is_said_to_be_changed() {
        var frame = frames.article(Language.EN, "/stories/x", List.of(Language.EN));

        assertThat(
                        page(
                                "site/article",
                                Language.EN,
                                Map.of("frame", frame, "article", baker(Language.EN))))
                .contains("Name changed");
        assertThat(
                        page(
                                "site/article",
                                Language.EN,
                                Map.of("frame", frame, "article", tailor(Language.EN))))
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
                        LocalDate.of(2026, 1, 1),
                        "1 January 2026",
                        null,
                        null,
                        false,
                        false);
        var frame = frames.article(Language.EN, "/stories/x", List.of(Language.EN));

        assertThat(page("site/article", Language.EN, Map.of("frame", frame, "article", article)))
                .doesNotContain("<b>")
                .doesNotContain("<script")
                .doesNotContain("<img src=x");
    }

    private Stream<Page> in(Language language) {
        var list = new StoryList(cards(language), true, "/x?older=abc", false);
        var rest = new StoryList(cards(language).subList(0, 1), false, null, true);
        var none = new StoryList(List.of(), true, null, false);
        var all = List.of(Language.values());
        var frame = frames.article(language, "/stories/x", all);
        return Stream.of(
                of(language, "list", Map.of("frame", frames.home(language), "list", list)),
                of(
                        language,
                        "list-older",
                        "list",
                        Map.of("frame", frames.home(language), "list", rest)),
                of(
                        language,
                        "list-empty",
                        "list",
                        Map.of("frame", frames.home(language), "list", none)),
                of(language, "article", Map.of("frame", frame, "article", tailor(language))),
                of(
                        language,
                        "article-changed",
                        "article",
                        Map.of("frame", frame, "article", baker(language))),
                of(language, "about", Map.of("frame", frames.standing(language, "about"))),
                of(language, "contact", Map.of("frame", frames.standing(language, "contact"))),
                new Page(language, "gone", notice("gone", language)),
                new Page(language, "missing", notice("missing", language)),
                new Page(language, "unavailable", notice("unavailable", language)));
    }

    private Page of(Language language, String view, Map<String, Object> model) {
        return of(language, view, view, model);
    }

    private Page of(Language language, String name, String view, Map<String, Object> model) {
        return new Page(language, name, page("site/" + view, language, model));
    }

    private String notice(String name, Language language) {
        return page(
                "site/notice", language, Map.of("notice", name, "frame", frames.notice(language)));
    }

    private String page(String view, Language language, Map<String, Object> model) {
        var context = new MockServletContext();
        var exchange =
                JakartaServletWebApplication.buildApplication(context)
                        .buildExchange(
                                new MockHttpServletRequest(context), new MockHttpServletResponse());
        return engine.process(view, new WebContext(exchange, language.locale(), model));
    }

    private Article tailor(Language language) {
        return SampleArticles.tailor(language, days);
    }

    private Article baker(Language language) {
        return SampleArticles.baker(language, days);
    }

    private List<Card> cards(Language language) {
        return SampleArticles.cards(language, days);
    }
}

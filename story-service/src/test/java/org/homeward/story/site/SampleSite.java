package org.homeward.story.site;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.contracts.story.StoryKind;
import org.homeward.story.site.StoryList.Card;
import org.homeward.story.text.Language;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Every page of the site in every language, made by its real templates without a server. */
final class SampleSite {

    private final SiteSettings settings =
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
                            "contact@mission.example"));
    private final Frames frames = new Frames(settings);
    private final Days days = new Days(new SiteConfiguration().messageSource());
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    SampleSite() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(new SiteConfiguration().messageSource());
    }

    record Page(Language language, String name, String html) {

        @Override
        public String toString() {
            return language.tag() + "/" + name;
        }
    }

    Stream<Page> pages() {
        return Stream.of(Language.values()).flatMap(this::in);
    }

    Feeds feeds() {
        return new Feeds(settings, new SiteConfiguration().messageSource());
    }

    Frames frames() {
        return frames;
    }

    Days days() {
        return days;
    }

    private Stream<Page> in(Language language) {
        var list = new StoryList(language, null, cards(language), true, "/x?older=abc", false);
        var cards = cards(language);
        var rest = new StoryList(language, null, cards.subList(0, 1), false, null, true);
        var calls = cards.subList(cards.size() - 1, cards.size());
        var open = new StoryList(language, StoryKind.CALL, calls, true, null, false);
        var none = new StoryList(language, null, List.of(), true, null, false);
        var all = List.of(Language.values());
        var frame = frames.article(language, "/stories/x", all);
        return Stream.of(
                of(language, "list", Map.of("frame", frames.list(language, null), "list", list)),
                of(
                        language,
                        "list-calls",
                        "list",
                        Map.of("frame", frames.list(language, StoryKind.CALL), "list", open)),
                of(
                        language,
                        "list-older",
                        "list",
                        Map.of("frame", frames.list(language, null), "list", rest)),
                of(
                        language,
                        "list-empty",
                        "list",
                        Map.of("frame", frames.list(language, null), "list", none)),
                of(language, "article", Map.of("frame", frame, "article", tailor(language))),
                of(
                        language,
                        "article-changed",
                        "article",
                        Map.of("frame", frame, "article", baker(language))),
                of(language, "about", Map.of("frame", frames.standing(language, "about"))),
                of(
                        language,
                        "about-of-the-mission",
                        "about",
                        Map.of(
                                "frame",
                                frames.standing(language, "about"),
                                "article",
                                tailor(language))),
                of(
                        language,
                        "contact-of-the-mission",
                        "contact",
                        Map.of(
                                "frame",
                                frames.standing(language, "contact"),
                                "article",
                                tailor(language))),
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

    String notice(String name, Language language) {
        return page(
                "site/notice", language, Map.of("notice", name, "frame", frames.notice(language)));
    }

    String page(String view, Language language, Map<String, Object> model) {
        var context = new MockServletContext();
        var exchange =
                JakartaServletWebApplication.buildApplication(context)
                        .buildExchange(
                                new MockHttpServletRequest(context), new MockHttpServletResponse());
        return engine.process(view, new WebContext(exchange, language.locale(), model));
    }

    Article tailor(Language language) {
        return SampleArticles.tailor(language, days);
    }

    Article baker(Language language) {
        return SampleArticles.baker(language, days);
    }

    List<Card> cards(Language language) {
        return SampleArticles.cards(language, days);
    }
}

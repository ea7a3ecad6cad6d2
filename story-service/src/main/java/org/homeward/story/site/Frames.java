package org.homeward.story.site;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.contracts.story.StoryKind;
import org.homeward.story.site.Frame.Alternate;
import org.homeward.story.site.Frame.MenuItem;
import org.homeward.story.site.Frame.MissionView;
import org.homeward.story.site.Frame.Switch;
import org.homeward.story.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the frames of pages. */
@Component
class Frames {

    static final String STORIES = "stories";
    static final String ABOUT = "about";
    static final String CONTACT = "contact";

    private final SiteSettings settings;

    Frames(SiteSettings settings) {
        this.settings = settings;
    }

    /**
     * Of the list of stories.
     *
     * @param kind the only one that is listed; null for all
     */
    Frame list(Language language, @Nullable StoryKind kind) {
        return page(language, Kinds.query(kind), STORIES, List.of(Language.values()), false);
    }

    /** Of a page that is there in every language. */
    Frame standing(Language language, String name) {
        return page(language, "/" + name, name, List.of(Language.values()), false);
    }

    /**
     * Of a story.
     *
     * @param languages in which it is told
     */
    Frame article(Language language, String path, List<Language> languages) {
        return page(language, path, STORIES, languages, true);
    }

    /** Of a page that says that there is none. */
    Frame notice(Language language) {
        return new Frame(
                language,
                "",
                "",
                List.of(),
                switches("", List.of()),
                menu(language, ""),
                mission(language),
                false,
                false);
    }

    private Frame page(
            Language language,
            String path,
            String section,
            List<Language> languages,
            boolean article) {
        var base = settings.baseUrl().toString();
        return new Frame(
                language,
                base + in(language, path),
                base + (path.startsWith("/") ? path : "/" + path),
                languages.stream().map(one -> new Alternate(one, base + in(one, path))).toList(),
                switches(path, languages),
                menu(language, section),
                mission(language),
                article,
                true);
    }

    /** A page that is not told in a language leads to that language's list. */
    private static List<Switch> switches(String path, List<Language> languages) {
        return Stream.of(Language.values())
                .map(one -> new Switch(one, in(one, languages.contains(one) ? path : "")))
                .toList();
    }

    private static List<MenuItem> menu(Language language, String current) {
        return List.of(
                new MenuItem(STORIES, in(language, ""), current.equals(STORIES)),
                new MenuItem(ABOUT, in(language, "/" + ABOUT), current.equals(ABOUT)),
                new MenuItem(CONTACT, in(language, "/" + CONTACT), current.equals(CONTACT)));
    }

    private MissionView mission(Language language) {
        var mission = settings.mission();
        return new MissionView(
                mission.address().getOrDefault(language, ""),
                mission.telephone(),
                mission.fax(),
                mission.email());
    }

    static String in(Language language, String path) {
        return "/" + language.tag() + path;
    }
}

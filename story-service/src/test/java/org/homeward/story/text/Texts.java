package org.homeward.story.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Words of stories for tests; the people in them are invented. */
public final class Texts {

    /** Of all of them: the same words are the same story here. */
    static final String SALT = "5a".repeat(32);

    private Texts() {}

    /** A tailor of Shahritus, in all three languages. */
    public static StoryText tailor() {
        return of(
                Map.of(
                        Language.TG,
                        version(
                                "Дӯзандае, ки ба хона баргашт",
                                "Ӯ дар ғурбат бор мекашонд. Имрӯз дар ноҳияаш коргоҳи худро дорад.",
                                "Ҷамшед аз муҳоҷират бе музд баргашт ва шарм медошт, ки кӯмак пурсад."),
                        Language.RU,
                        version(
                                "Портной, который вернулся домой",
                                "На чужбине он грузил вагоны. Сегодня у него своя мастерская.",
                                "Джамшед вернулся без заработка и стеснялся просить о помощи."),
                        Language.EN,
                        version(
                                "The tailor who came home",
                                "Abroad he loaded freight. Today he has a workshop of his own.",
                                "Jamshed came back unpaid, and was ashamed to ask for help.")));
    }

    /** The same with these words about its pictures, in every language. */
    public static StoryText tailor(String... alternatives) {
        var versions = new EnumMap<Language, Version>(Language.class);
        tailor().versions()
                .forEach(
                        (language, version) ->
                                versions.put(
                                        language,
                                        new Version(
                                                version.title(),
                                                version.teaser(),
                                                version.sections(),
                                                List.of(alternatives))));
        return of(versions);
    }

    /** The same in English only, with other words. */
    public static StoryText shorter() {
        return of(
                Map.of(
                        Language.EN,
                        version("A tailor", "He came home.", "He has a workshop now.")));
    }

    /** Told under real names. */
    public static StoryText of(Map<Language, Version> versions) {
        return new StoryText(versions, Map.of(), SALT);
    }

    /** These words as they come from an author: with a salt of their own. */
    public static StoryText typed(StoryText text) {
        return StoryText.of(text.versions(), text.pseudonyms());
    }

    public static StoryText none() {
        return of(Map.of());
    }

    public static Version version(String title, String teaser, String... paragraphs) {
        return new Version(
                title, teaser, List.of(new Section(null, List.of(paragraphs))), List.of());
    }
}

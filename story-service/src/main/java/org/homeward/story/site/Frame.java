package org.homeward.story.site;

import java.util.List;
import org.homeward.story.text.Language;

/**
 * What stands around the content of every page.
 *
 * @param canonical the absolute address of this page
 * @param anyLanguage the absolute address that leads to the reader's own language
 * @param alternates the same page in all its languages, itself included
 * @param switches where the language switch leads
 * @param listed whether search engines may keep it
 */
record Frame(
        Language language,
        String canonical,
        String anyLanguage,
        List<Alternate> alternates,
        List<Switch> switches,
        List<MenuItem> menu,
        MissionView mission,
        boolean article,
        boolean listed) {

    /** Where a feed reader finds what is new in this language. */
    public String rss() {
        return Frames.in(language, Feeds.RSS);
    }

    /** The same in the other format. */
    public String atom() {
        return Frames.in(language, Feeds.ATOM);
    }

    /** As social networks name a language. */
    public String locale() {
        return switch (language) {
            case TG -> "tg_TJ";
            case RU -> "ru_RU";
            case EN -> "en_GB";
        };
    }

    /** The page in a language. */
    record Alternate(Language language, String absolute) {}

    /** One language of the switch, in its own name. */
    record Switch(Language language, String path) {

        public String ownName() {
            return switch (language) {
                case TG -> "Тоҷикӣ";
                case RU -> "Русский";
                case EN -> "English";
            };
        }
    }

    /** One entry of the main menu. */
    record MenuItem(String name, String path, boolean current) {}

    /** How to reach the mission. */
    record MissionView(String address, String telephone, String fax, String email) {

        /** The number as a telephone dials it. */
        public String dialled() {
            return telephone.replaceAll("[^+0-9]", "");
        }
    }
}

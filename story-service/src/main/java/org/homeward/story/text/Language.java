package org.homeward.story.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that stories are told in; the order is that of the public site. */
public enum Language {
    TG("tg"),
    RU("ru"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** By its tag, as it stands in addresses. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    public Locale locale() {
        return Locale.of(tag);
    }
}

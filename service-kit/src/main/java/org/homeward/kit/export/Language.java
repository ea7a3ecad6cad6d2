package org.homeward.kit.export;

import java.util.Locale;
import java.util.stream.Stream;
import org.homeward.kit.web.InvalidParameter;

/** A language in which people are told what is known of them. */
public enum Language {
    TG,
    RU,
    EN;

    /** Of a parameter, as a regular expression. */
    public static final String TAGS = "tg|ru|en";

    /** BCP 47. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws InvalidParameter for any other
     */
    public static Language of(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter("language", "must be tg, ru or en"));
    }
}

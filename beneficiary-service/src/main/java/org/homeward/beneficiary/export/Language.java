package org.homeward.beneficiary.export;

import java.util.Locale;
import java.util.stream.Stream;
import org.homeward.kit.web.InvalidParameter;

/** A language in which people are told what is known of them. */
enum Language {
    TG,
    RU,
    EN;

    static final String TAGS = "tg|ru|en";

    /** BCP 47. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws InvalidParameter for any other
     */
    static Language of(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter("language", "must be tg, ru or en"));
    }
}

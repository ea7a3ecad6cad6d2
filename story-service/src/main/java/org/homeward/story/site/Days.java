package org.homeward.story.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.homeward.story.text.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Days as people write them in each language; the JDK knows no Tajik months. */
@Component
class Days {

    private static final ZoneId DUSHANBE = ZoneId.of("Asia/Dushanbe");

    private final MessageSource words;

    Days(MessageSource words) {
        this.words = words;
    }

    static LocalDate of(Instant time) {
        return LocalDate.ofInstant(time, DUSHANBE);
    }

    String inWords(LocalDate day, Language language) {
        var locale = language.locale();
        var month = words.getMessage("month." + day.getMonthValue(), null, locale);
        var parts =
                new Object[] {
                    Integer.toString(day.getDayOfMonth()), month, Integer.toString(day.getYear())
                };
        return words.getMessage("date", parts, locale);
    }
}

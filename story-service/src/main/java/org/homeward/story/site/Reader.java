package org.homeward.story.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.homeward.story.text.Language;
import org.springframework.http.HttpHeaders;

/** Which language a reader is answered in. */
final class Reader {

    private Reader() {}

    /** The one that the address names; else what the reader's browser asks for. */
    static Language language(HttpServletRequest request) {
        var first = request.getRequestURI().split("/", 3);
        return Language.of(first.length > 1 ? first[1] : "")
                .orElseGet(() -> preferred(request, List.of(Language.values())));
    }

    /**
     * What the reader's browser prefers of these; a browser that asks for none of them gets English
     * where there is, one that asks for nothing the first of them.
     */
    static Language preferred(HttpServletRequest request, List<Language> offered) {
        var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank()) {
            return offered.getFirst();
        }
        var locales = offered.stream().map(Language::locale).toList();
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(header), locales);
            if (best != null) {
                return offered.get(locales.indexOf(best));
            }
        } catch (IllegalArgumentException malformed) {
            return offered.getFirst();
        }
        return offered.contains(Language.EN) ? Language.EN : offered.getFirst();
    }
}

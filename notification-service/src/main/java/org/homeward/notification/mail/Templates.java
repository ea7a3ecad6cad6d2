package org.homeward.notification.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.notification.subscription.Occasion;
import org.springframework.stereotype.Component;

/**
 * What messages say: a file for each occasion, audience and language, the subject in its first
 * line. All are read and checked at start, so a missing language or an unknown placeholder is found
 * before anybody is told nonsense.
 */
@Component
public class Templates {

    private static final List<String> LANGUAGES = List.of("tg", "ru", "en");
    private static final Set<String> PLACEHOLDERS =
            Set.of("programme", "application", "grant", "story");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> texts = new HashMap<>();

    Templates() {
        for (var language : LANGUAGES) {
            for (var occasion : Occasion.values()) {
                read("staff", occasion, language);
            }
            read("beneficiary", Occasion.GRANT_APPROVED, language);
        }
    }

    /**
     * @param audience staff or beneficiary
     * @param language BCP 47; another than ours is answered in Tajik
     */
    public Text fill(
            String audience, Occasion occasion, String language, Map<String, String> facts) {
        var known = LANGUAGES.contains(language) ? language : "tg";
        var text =
                PLACEHOLDER
                        .matcher(Objects.requireNonNull(texts.get(key(audience, occasion, known))))
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                facts.getOrDefault(found.group(1), "–")));
        int end = text.indexOf('\n');
        return new Text(text.substring(0, end).strip(), text.substring(end).strip() + "\n");
    }

    private void read(String audience, Occasion occasion, String language) {
        var key = key(audience, occasion, language);
        try (var file = Templates.class.getResourceAsStream("/templates/" + key + ".txt")) {
            var text =
                    new String(
                            Objects.requireNonNull(file, "no template " + key).readAllBytes(),
                            StandardCharsets.UTF_8);
            PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !PLACEHOLDERS.contains(name))
                    .findAny()
                    .ifPresent(
                            name -> {
                                throw new IllegalStateException(
                                        "unknown placeholder " + name + " in " + key);
                            });
            texts.put(key, text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String key(String audience, Occasion occasion, String language) {
        return audience
                + "/"
                + occasion.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "."
                + language;
    }

    /** A message ready to send. */
    public record Text(String subject, String body) {}
}

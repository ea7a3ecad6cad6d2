package org.homeward.beneficiary.export;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How kinds, fields and words for programs are called where people read them. */
@Component
class Labels {

    /** Their values are BCP 47. */
    private static final Set<String> NAME_LANGUAGES = Set.of("languages", "explainedIn");

    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    Labels() {
        for (var language : Language.values()) {
            byLanguage.put(language, read("labels_" + language.tag() + ".properties"));
        }
    }

    private static Properties read(String name) {
        var file = Objects.requireNonNull(Labels.class.getResourceAsStream(name), name);
        try (var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            var labels = new Properties();
            labels.load(text);
            return labels;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @throws IllegalStateException when it has none: a mistake, which a test finds
     */
    String of(Language language, String key) {
        var label = labels(language).getProperty(key);
        if (label == null) {
            throw new IllegalStateException("no label for " + key + " in " + language.tag());
        }
        return label;
    }

    /**
     * A word for programs as people read it, or a language's name; what is neither stays as it is.
     */
    String text(Language language, String field, String value) {
        return NAME_LANGUAGES.contains(field)
                ? name(value, language)
                : labels(language).getProperty(field + "." + value, value);
    }

    private static String name(String tag, Language reader) {
        var name = Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(reader.tag()));
        return name.isEmpty() ? tag : name;
    }

    private Properties labels(Language language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }
}

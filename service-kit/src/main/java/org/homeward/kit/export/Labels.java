package org.homeward.kit.export;

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

/**
 * How kinds, fields and words for programs are called where people read them: {@code kind.KIND},
 * {@code field.field} and {@code field.WORD} in {@code labels_tg.properties} and the same of the
 * other languages, in UTF-8.
 */
public final class Labels {

    private final Set<String> nameLanguages;
    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    /**
     * @param beside in whose package the properties are
     * @param nameLanguages fields whose values are BCP 47
     * @throws NullPointerException when a language has none
     */
    public Labels(Class<?> beside, Set<String> nameLanguages) {
        this.nameLanguages = Set.copyOf(nameLanguages);
        for (var language : Language.values()) {
            byLanguage.put(language, read(beside, "labels_" + language.tag() + ".properties"));
        }
    }

    private static Properties read(Class<?> beside, String name) {
        var file = Objects.requireNonNull(beside.getResourceAsStream(name), name);
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
    public String of(Language language, String key) {
        var label = labels(language).getProperty(key);
        if (label == null) {
            throw new IllegalStateException("no label for " + key + " in " + language.tag());
        }
        return label;
    }

    /**
     * A word for programs as people read it, or a language's name; what is neither stays as it is.
     */
    public String text(Language language, String field, String value) {
        return nameLanguages.contains(field)
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

package org.homeward.notification.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text: the subject in its first line, then the body, with {@code {placeholders}}. */
record Template(String language, String subject, String body) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    static Template read(Templates.Key key) {
        var name =
                "/templates/%s/%s.%s.txt"
                        .formatted(
                                key.audience().name().toLowerCase(Locale.ROOT),
                                key.occasion().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                key.language());
        try {
            return parse(key.language(), text(name), key.placeholders());
        } catch (IllegalStateException wrong) {
            throw new IllegalStateException(name + " " + wrong.getMessage(), wrong);
        }
    }

    /**
     * @throws IllegalStateException when it lacks subject or body, or has a placeholder that
     *     nothing is known for
     */
    static Template parse(String language, String text, Set<String> placeholders) {
        int end = Math.max(text.indexOf('\n'), 0);
        var template =
                new Template(
                        language,
                        text.substring(0, end).strip(),
                        text.substring(end).strip() + "\n");
        if (template.subject.isEmpty() || template.body.isBlank()) {
            throw new IllegalStateException("lacks its subject or its body");
        }
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(used -> !placeholders.contains(used))
                .findAny()
                .ifPresent(
                        unknown -> {
                            throw new IllegalStateException(
                                    "has an unknown placeholder: " + unknown);
                        });
        return template;
    }

    Text fill(Map<String, String> facts) {
        return new Text(language, filled(subject, facts), filled(body, facts));
    }

    private static String filled(String text, Map<String, String> facts) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        Objects.requireNonNull(
                                                facts.get(found.group(1)), found.group(1))));
    }

    private static String text(String name) {
        try (var file = Template.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

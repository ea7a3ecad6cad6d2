package org.homeward.notification.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text: the subject in its first line, then the body, with {@code {placeholders}}. */
record Template(String language, String subject, String body) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    /**
     * @throws IllegalStateException when there is none, it lacks subject or body, or it has a
     *     placeholder that nothing is known for
     */
    static Template read(Templates.Key key) {
        var name =
                "/templates/%s/%s.%s.txt"
                        .formatted(
                                key.audience().name().toLowerCase(Locale.ROOT),
                                key.occasion().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                key.language());
        var text = text(name);
        int end = text.indexOf('\n');
        var template =
                new Template(
                        key.language(),
                        text.substring(0, Math.max(end, 0)).strip(),
                        text.substring(Math.max(end, 0)).strip() + "\n");
        if (template.subject.isEmpty() || template.body.isBlank()) {
            throw new IllegalStateException(name + " lacks its subject or its body");
        }
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(used -> !key.placeholders().contains(used))
                .findAny()
                .ifPresent(
                        unknown -> {
                            throw new IllegalStateException(
                                    name + " has an unknown placeholder: " + unknown);
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
                throw new IllegalStateException("no template " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.homeward.notification.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One text: the subject in its first line, then the body, with {@code {placeholders}}.
 *
 * @param version the beginning of the text's SHA-256: another text never has the same
 */
record Template(String version, String language, String subject, String body) {

    private static final int VERSION_DIGITS = 12;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    static Template read(Templates.Key key, Set<String> placeholders) {
        var name =
                "/templates/%s/%s.%s.txt"
                        .formatted(
                                key.audience().name().toLowerCase(Locale.ROOT),
                                key.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                key.language());
        try {
            return parse(key.language(), text(name), placeholders);
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
                        version(text),
                        language,
                        text.substring(0, end).strip(),
                        text.substring(end).strip() + "\n");
        if (template.subject.isEmpty() || template.body.isBlank()) {
            throw new IllegalStateException("lacks its subject or its body");
        }
        placeholders(text)
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
        return new Text(language, filled(subject, facts), filled(body, facts), version);
    }

    /** Without the words around: the subject, and each line that tells a fact beyond it. */
    Templates.Brief brief(Map<String, String> facts) {
        var told = placeholders(subject).collect(Collectors.toSet());
        var lines =
                body.lines()
                        .filter(line -> !placeholders(line).allMatch(told::contains))
                        .map(line -> "  " + line)
                        .collect(Collectors.joining("\n"));
        return new Templates.Brief(filled(subject, facts), filled(lines, facts));
    }

    private static Stream<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1));
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

    private static String version(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
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

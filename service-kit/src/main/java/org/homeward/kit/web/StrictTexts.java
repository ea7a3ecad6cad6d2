package org.homeward.kit.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** What is text in JSON and something more exact in Java, in the one form that we publish. */
final class StrictTexts {

    private static final String CLEAN = "must not contain control characters or direction marks";

    private StrictTexts() {}

    static JacksonModule module() {
        SimpleModule module = new SimpleModule("strict texts");
        module.addDeserializer(
                String.class,
                new TextOnly<>(String.class, StrictTexts::clean, "must be text", CLEAN));
        module.addKeyDeserializer(String.class, new CleanName());
        add(module, UUID.class, StrictTexts::uuid, "must be a UUID");
        add(module, Instant.class, StrictTexts::time, "must be a time like 2026-03-12T05:10:00Z");
        add(module, LocalDate.class, StrictTexts::day, "must be a day like 2026-03-12");
        add(module, Duration.class, Duration::parse, "must be a duration like P14D");
        return module;
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<String, T> parse, String expected) {
        module.addDeserializer(type, new TextOnly<>(type, parse, expected, expected));
    }

    static String clean(String text) {
        if (!CleanText.isClean(text)) {
            throw new IllegalArgumentException(CLEAN);
        }
        return text;
    }

    /** Only as we write it, so that one id has one path; {@link UUID#fromString} takes others. */
    static UUID uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("not in canonical form");
        }
        return id;
    }

    private static Instant time(String text) {
        return Instant.parse(fourDigitYear(text));
    }

    static LocalDate day(String text) {
        return LocalDate.parse(fourDigitYear(text));
    }

    /** A sign begins a year that no database of ours can hold. */
    private static String fourDigitYear(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new IllegalArgumentException("not a year of four digits");
        }
        return text;
    }
}

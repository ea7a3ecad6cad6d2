package org.homeward.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes docs/events.md: how to read the topics (events-head.md), and the table that decides, field
 * by field, what they may tell.
 */
final class EventsPage {

    private static final EventCatalogue CATALOGUE = EventCatalogue.load();

    private EventsPage() {}

    static String text() {
        List<String> parts = new ArrayList<>();
        parts.add(head());
        CATALOGUE
                .topics()
                .forEach(
                        topic ->
                                parts.add(
                                        "| [`%s`](#%s) | %s |\n"
                                                .formatted(
                                                        topic,
                                                        topic.replace(".", ""),
                                                        CATALOGUE.readersOf(topic).words())));
        for (String topic : CATALOGUE.topics()) {
            parts.add("\n## " + topic + "\n");
            Field.events().stream()
                    .filter(event -> CATALOGUE.topicOf(event).equals(topic))
                    .forEach(event -> parts.add(event(event)));
        }
        parts.add("\n## Classes\n\n| class | is |\n|---|---|\n");
        Stream.of(Carries.Kind.values())
                .forEach(kind -> parts.add("| %s | %s |\n".formatted(kind, meaning(kind))));
        return String.join("", parts);
    }

    private static String head() {
        try (InputStream in = EventsPage.class.getResourceAsStream("/events-head.md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .replace("{partitions}", Integer.toString(Partitions.COUNT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String event(Class<? extends Event> event) {
        EventType type = event.getAnnotation(EventType.class);
        return """

        ### %s

        `%s`: %s

        | field | type | class | required | why it may be told |
        |---|---|---|---|---|
        %s"""
                .formatted(event.getSimpleName(), type.value(), type.says(), rows("", event));
    }

    private static String rows(String above, Class<?> record) {
        return Field.of(record).stream()
                .map(
                        field ->
                                row(above, field)
                                        + (field.type().isRecord()
                                                ? rows(field.name() + ".", field.type())
                                                : ""))
                .collect(Collectors.joining());
    }

    private static String row(String above, Field field) {
        Carries carries = field.declared();
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        above + field.name(),
                        type(field),
                        carries.kind(),
                        required(field),
                        carries.because());
    }

    private static String type(Field field) {
        TextForm form = field.form();
        Class<?> type = field.type();
        String value;
        if (form != null) {
            value = form.words() + ": `" + form.pattern().replace("|", "\\|") + "`";
        } else if (type == UUID.class) {
            value = "UUID";
        } else if (type == LocalDate.class) {
            value = "day, `2027-03-31`";
        } else if (type == Instant.class) {
            value = "moment in UTC, `2027-03-31T05:10:00.123Z`";
        } else if (type == int.class) {
            value = "whole number, 0 to " + Counts.MOST;
        } else if (type == boolean.class) {
            value = "true or false";
        } else if (type.isEnum()) {
            value = "one of " + words(field.constants());
        } else {
            value = "object";
        }
        return field.isList() ? "list, at least one, each once: " + value : value;
    }

    private static String required(Field field) {
        OnlyWhen when = field.onlyWhen();
        if (when == null) {
            return field.isRequired() ? "yes" : "no";
        }
        return when.is().length > 0
                ? "if `%s` is %s, else absent".formatted(when.field(), words(List.of(when.is())))
                : "yes, but absent if `%s` is %s"
                        .formatted(when.field(), words(List.of(when.isNot())));
    }

    private static String words(List<String> constants) {
        return constants.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String meaning(Carries.Kind kind) {
        return switch (kind) {
            case RANDOM_ID ->
                    "a random UUID (version 4): tells neither when nor who, joins what may stand together";
            case COARSE_FACT -> "a fact about a person so coarse that many share it";
            case PUBLIC_FACT -> "a fact that is public anyway";
            case CODE -> "a name of the programme's own world: a programme, a purpose, a kind";
            case AMOUNT -> "a sum of money";
            case TIME -> "a day or a moment";
            case HASH -> "a digest of something that is itself not on the topic";
        };
    }
}

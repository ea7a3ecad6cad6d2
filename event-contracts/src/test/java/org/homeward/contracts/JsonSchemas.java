package org.homeward.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the JSON Schema (draft 2020-12) of an event from its record.
 *
 * <p>A schema never says {@code additionalProperties: false}: within a version events grow by
 * fields, and whoever validates with an older schema must go on reading. What a producer may write
 * is bound by the record itself, which has no place for another field. Ids and days have a pattern
 * beside their format, since validators may treat a format as a remark.
 */
final class JsonSchemas {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private JsonSchemas() {}

    static String of(Class<? extends Event> event) {
        EventType type = event.getAnnotation(EventType.class);
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:homeward:schema:" + type.value());
        schema.put("title", event.getSimpleName());
        schema.put("description", type.says());
        object(schema, event);
        return text(schema);
    }

    private static void object(ObjectNode schema, Class<?> record) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        Field.of(record).forEach(field -> property(properties.putObject(field.name()), field));
        strings(
                schema.putArray("required"),
                Field.of(record).stream().filter(Field::isRequired).map(Field::name).toList());
        List<Field> dependent =
                Field.of(record).stream().filter(field -> field.onlyWhen() != null).toList();
        if (!dependent.isEmpty()) {
            ArrayNode conditions = schema.putArray("allOf");
            dependent.forEach(field -> condition(conditions.addObject(), field));
        }
    }

    private static void property(ObjectNode property, Field field) {
        property.put("$comment", field.declared().because());
        if (field.isList()) {
            property.put("type", "array").put("minItems", 1).put("uniqueItems", true);
            value(property.putObject("items"), field);
        } else {
            value(property, field);
        }
    }

    private static void value(ObjectNode value, Field field) {
        Class<?> type = field.type();
        TextForm form = field.form();
        if (form != null) {
            value.put("description", form.words());
            value.put("type", "string").put("pattern", "^(?:" + form.pattern() + ")$");
        } else if (type == UUID.class) {
            value.put("type", "string").put("format", "uuid");
            value.put("pattern", "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
        } else if (type == LocalDate.class) {
            value.put("type", "string").put("format", "date");
            value.put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        } else if (type == Instant.class) {
            value.put("type", "string").put("format", "date-time");
            value.put(
                    "pattern",
                    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z$");
        } else if (type == int.class) {
            value.put("type", "integer").put("minimum", 0).put("maximum", Counts.MOST);
        } else if (type == boolean.class) {
            value.put("type", "boolean");
        } else if (type.isEnum()) {
            strings(value.put("type", "string").putArray("enum"), field.constants());
        } else if (type.isRecord()) {
            object(value, type);
        } else {
            throw new IllegalStateException("no schema for " + type);
        }
    }

    private static void condition(ObjectNode condition, Field field) {
        OnlyWhen when = Objects.requireNonNull(field.onlyWhen());
        boolean listed = when.is().length > 0;
        ObjectNode test = condition.putObject("if");
        strings(
                test.putObject("properties").putObject(when.field()).putArray("enum"),
                List.of(listed ? when.is() : when.isNot()));
        strings(test.putArray("required"), List.of(when.field()));
        ObjectNode then = condition.putObject("then");
        ObjectNode otherwise = condition.putObject("else");
        strings((listed ? then : otherwise).putArray("required"), List.of(field.name()));
        (listed ? otherwise : then).putObject("properties").put(field.name(), false);
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static String text(ObjectNode schema) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(LINES);
        return JSON.writer().with(printer).writeValueAsString(schema) + "\n";
    }
}

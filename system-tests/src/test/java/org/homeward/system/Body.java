package org.homeward.system;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body by the schema of its description, drawn at random; then with one thing wrong in it. Where
 * the schema leaves the words to the client, they hold a mark.
 */
final class Body {

    /** What can be wrong with it. */
    enum Flaw {
        MISSING,
        NULL,
        OTHER_TYPE,
        TOO_MUCH,
        TOO_LITTLE,
        UNKNOWN_WORD,
        HUGE_NUMBER,
        ODD_TEXT,
        UNKNOWN_FIELD,
        DEEP,
        CUT_OFF,
        OTHER_ROOT,
        EMPTY
    }

    /** One of them fits each pattern that there is. */
    private static final List<String> WORDS =
            List.of(
                    "1250.00",
                    "TJ-DU",
                    "TJ-DU-SINO",
                    "MARKED-27",
                    "NEED",
                    "umed",
                    "tg",
                    "2026-1",
                    "26-0004217-5",
                    "5f".repeat(32));

    /** NUL, half of a surrogate pair, a mark that turns the direction, one that is no character. */
    private static final List<String> ODD = List.of("\\u0000", "\\ud800", "\\u202e", "\\uffff");

    private static final List<String> HUGE = List.of("1e400", "-1e400", "9".repeat(40), "1.5");

    /** In the place of what no tree can hold. */
    private static final String RAW = "put it here";

    private static final int DEPTH = 5000;
    private static final int FEW = 100;
    private static final int LONG = 10_000;

    /** A value in the body. */
    private record Spot(
            JsonNode schema, boolean required, Consumer<JsonNode> put, @Nullable Runnable remove) {}

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final List<Spot> spots = new ArrayList<>();
    private final Contract contract;
    private final Random random;
    private final String mark;
    private final JsonNode content;

    Body(Contract contract, JsonNode schema, Random random, String mark) {
        this.contract = contract;
        this.random = random;
        this.mark = mark;
        this.content = value(schema);
    }

    /** As the schema wants it. */
    String right() {
        return content.toString();
    }

    /** With a flaw, after which it is not to be used again; nothing where it can't have that. */
    Optional<String> with(Flaw flaw) {
        return switch (flaw) {
            case MISSING -> change(spot -> spot.required && spot.remove != null, Body::remove);
            case NULL -> change(Spot::required, spot -> spot.put.accept(nodes.nullNode()));
            case OTHER_TYPE -> change(_ -> true, spot -> spot.put.accept(other(spot.schema)));
            case TOO_MUCH -> change(Body::isBoundedAbove, spot -> spot.put.accept(above(spot)));
            case TOO_LITTLE -> change(Body::isBoundedBelow, spot -> spot.put.accept(below(spot)));
            case UNKNOWN_WORD -> change(Body::isChosen, spot -> spot.put.accept(marked()));
            case HUGE_NUMBER -> raw(spot -> is(spot, "integer"), pick(HUGE));
            case ODD_TEXT -> raw(this::isFree, "\"" + mark + pick(ODD) + "\"");
            case DEEP -> raw(_ -> true, "[".repeat(DEPTH) + "]".repeat(DEPTH));
            case UNKNOWN_FIELD ->
                    content instanceof ObjectNode object
                            ? Optional.of(object.put("unheardOf", mark).toString())
                            : Optional.empty();
            case CUT_OFF -> Optional.of(right().substring(0, right().length() - 1));
            case OTHER_ROOT -> Optional.of("[\"" + mark + "\"]");
            case EMPTY -> Optional.of("");
        };
    }

    private Optional<String> change(Predicate<Spot> where, Consumer<Spot> how) {
        var possible = spots.stream().filter(where).toList();
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        how.accept(pick(possible));
        return Optional.of(content.toString());
    }

    private Optional<String> raw(Predicate<Spot> where, String text) {
        return change(where, spot -> spot.put.accept(nodes.stringNode(RAW)))
                .map(body -> body.replace("\"" + RAW + "\"", text));
    }

    private static void remove(Spot spot) {
        if (spot.remove != null) {
            spot.remove.run();
        }
    }

    private static boolean is(Spot spot, String type) {
        return spot.schema.path("type").asString("").equals(type);
    }

    private static boolean isChosen(Spot spot) {
        return spot.schema.has("enum") || spot.schema.has("pattern") || spot.schema.has("format");
    }

    private boolean isFree(Spot spot) {
        return is(spot, "string") && !isChosen(spot);
    }

    private static boolean isBoundedAbove(Spot spot) {
        return spot.schema.path("maxLength").asInt(LONG) < LONG
                || spot.schema.path("maxItems").asInt(FEW) < FEW
                || spot.schema.has("maximum");
    }

    private static boolean isBoundedBelow(Spot spot) {
        return spot.schema.path("minLength").asInt(0) > 0
                || spot.schema.path("minItems").asInt(0) > 0
                || spot.schema.has("minimum")
                || spot.schema.has("exclusiveMinimum");
    }

    private JsonNode marked() {
        return nodes.stringNode(mark);
    }

    /** Neither of the type that is wanted nor of one that could be taken for it. */
    private JsonNode other(JsonNode schema) {
        return schema.path("type").asString("").equals("string")
                ? nodes.objectNode().put("in", mark)
                : marked();
    }

    private JsonNode above(Spot spot) {
        var schema = spot.schema;
        if (schema.has("maximum")) {
            return nodes.numberNode(schema.path("maximum").asLong() + 1);
        }
        if (schema.has("maxLength")) {
            return nodes.stringNode(mark + "x".repeat(schema.path("maxLength").asInt()));
        }
        var array = nodes.arrayNode();
        var element = value(schema.path("items"));
        for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
            array.add(element);
        }
        return array;
    }

    private JsonNode below(Spot spot) {
        var schema = spot.schema;
        if (schema.has("minimum")) {
            return nodes.numberNode(schema.path("minimum").asLong() - 1);
        }
        if (schema.has("exclusiveMinimum")) {
            return nodes.numberNode(schema.path("exclusiveMinimum").asLong());
        }
        return schema.has("minLength") ? nodes.stringNode("") : nodes.arrayNode();
    }

    private JsonNode value(JsonNode stated) {
        var schema = contract.resolve(stated);
        if (schema.has("enum")) {
            return pick(schema.path("enum").valueStream().toList());
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> nodes.numberNode(number(schema));
            case "boolean" -> nodes.booleanNode(random.nextBoolean());
            case "string" -> nodes.stringNode(text(schema));
            default -> throw new IllegalStateException("nothing is known for " + schema);
        };
    }

    private JsonNode object(JsonNode schema) {
        var object = nodes.objectNode();
        var required = schema.path("required").valueStream().map(JsonNode::asString).toList();
        for (var name : schema.path("properties").propertyNames()) {
            var part = schema.path("properties").path(name);
            if (required.contains(name) || random.nextBoolean()) {
                object.set(name, value(part));
                spots.add(
                        new Spot(
                                contract.resolve(part),
                                required.contains(name),
                                value -> object.set(name, value),
                                () -> object.remove(name)));
            }
        }
        if (schema.has("additionalProperties")) {
            object.set("en", value(schema.path("additionalProperties")));
        }
        return object;
    }

    private JsonNode array(JsonNode schema) {
        var array = nodes.arrayNode();
        int least = Math.max(1, schema.path("minItems").asInt(0));
        for (int i = 0; i < least; i++) {
            int at = i;
            array.add(value(schema.path("items")));
            spots.add(
                    new Spot(
                            contract.resolve(schema.path("items")),
                            true,
                            value -> array.set(at, value),
                            null));
        }
        return array;
    }

    private int number(JsonNode schema) {
        int least =
                schema.has("exclusiveMinimum")
                        ? schema.path("exclusiveMinimum").asInt() + 1
                        : schema.path("minimum").asInt(0);
        int most = schema.path("maximum").asInt(Integer.MAX_VALUE);
        return random.nextInt(least, (int) Math.min((long) least + FEW, (long) most + 1));
    }

    private String text(JsonNode schema) {
        if (schema.has("pattern")) {
            var pattern = Pattern.compile(schema.path("pattern").asString());
            var fitting = WORDS.stream().filter(word -> pattern.matcher(word).matches()).toList();
            if (fitting.isEmpty()) {
                throw new IllegalStateException("no word fits " + pattern + ": add one");
            }
            return pick(fitting);
        }
        int least = schema.path("minLength").asInt(0);
        return switch (schema.path("format").asString("")) {
            case "uuid" -> randomId(random).toString();
            case "date" -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000)).toString();
            case "date-time" -> Instant.EPOCH.plusSeconds(random.nextInt()).toString();
            case "email" -> mark + "@example.org";
            case "" -> cut(mark + " " + "ӯ".repeat(least + random.nextInt(20)), schema);
            default -> throw new IllegalStateException("nothing is known for " + schema);
        };
    }

    private static String cut(String text, JsonNode schema) {
        int most = schema.path("maxLength").asInt(LONG);
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** Of version 4, as the services take them from clients. */
    static UUID randomId(Random random) {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L,
                (random.nextLong() & ~(3L << 62)) | (2L << 62));
    }

    private <T> T pick(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}

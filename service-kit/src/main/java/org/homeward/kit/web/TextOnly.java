package org.homeward.kit.web;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value from a JSON text and from nothing else. */
final class TextOnly<T> extends StdScalarDeserializer<T> {

    private final Function<String, T> parse;
    private final String expected;
    private final String refused;

    /**
     * @param expected said when it is no text
     * @param refused said when the text is not good
     */
    TextOnly(Class<T> type, Function<String, T> parse, String expected, String refused) {
        super(type);
        this.parse = parse;
        this.expected = expected;
        this.refused = refused;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new RefusedValue(parser, expected);
        }
        try {
            return parse.apply(parser.getString());
        } catch (IllegalArgumentException | DateTimeException bad) {
            throw new RefusedValue(parser, refused);
        }
    }
}

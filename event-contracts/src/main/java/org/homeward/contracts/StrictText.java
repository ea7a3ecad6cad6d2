package org.homeward.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a value from a JSON text of exactly one form. Jackson's own readers also take numbers for
 * moments, arrays for days and Base64 for ids: what one reader takes and the schema refuses, the
 * next reader will trip over.
 */
final class StrictText<T> extends StdScalarDeserializer<T> {

    private final Pattern form;
    private final Function<String, T> reading;

    private StrictText(Class<T> type, String form, Function<String, T> reading) {
        super(type);
        this.form = Pattern.compile(form);
        this.reading = reading;
    }

    static StrictText<UUID> uuid() {
        return new StrictText<>(
                UUID.class, "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", UUID::fromString);
    }

    static StrictText<LocalDate> day() {
        return new StrictText<>(LocalDate.class, "[0-9]{4}-[0-9]{2}-[0-9]{2}", LocalDate::parse);
    }

    static StrictText<Instant> moment() {
        return new StrictText<>(
                Instant.class,
                "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z",
                Instant::parse);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
        if (!form.matcher(text).matches()) {
            return context.reportInputMismatch(this, "a text of another form");
        }
        try {
            return reading.apply(text);
        } catch (DateTimeException e) {
            return context.reportInputMismatch(this, "a day that no calendar has");
        }
    }
}

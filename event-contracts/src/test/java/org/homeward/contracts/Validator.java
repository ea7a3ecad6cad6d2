package org.homeward.contracts;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The committed schemas, as a validator that is not ours reads them from the class path. */
final class Validator {

    private static final EventCatalogue CATALOGUE = EventCatalogue.load();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Validator() {}

    /** What the schema of an event has against this JSON; empty if nothing. */
    static List<String> errors(Class<? extends Event> event, String json) {
        return errors(REGISTRY.getSchema(schema(event)), json);
    }

    /** What the standard's own schema has against this schema; empty if nothing. */
    static List<String> errorsOfSchema(String schema) {
        var standard = SchemaLocation.of("https://json-schema.org/draft/2020-12/schema");
        return errors(REGISTRY.getSchema(standard), schema);
    }

    static String path(Class<? extends Event> event) {
        return "schemas/" + CATALOGUE.topicOf(event) + "/" + CATALOGUE.typeOf(event) + ".json";
    }

    static String schema(Class<? extends Event> event) {
        try (InputStream in = Event.class.getResourceAsStream("/" + path(event))) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> errors(Schema schema, String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
                .toList();
    }
}

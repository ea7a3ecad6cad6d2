package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

    private static final Path RESOURCES = Committed.MODULE.resolve("src/main/resources");

    static List<Class<? extends Event>> events() {
        return Field.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_committed_schema_is_the_one_that_the_record_gives(Class<? extends Event> event) {
        Committed.mustEqual(RESOURCES.resolve(Validator.path(event)), JsonSchemas.of(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_schema_is_valid_by_the_standard(Class<? extends Event> event) {
        assertThat(Validator.errorsOfSchema(JsonSchemas.of(event))).isEmpty();
        assertThat(Validator.errorsOfSchema("{\"type\": \"objekt\"}")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_schema_names_no_host_and_stays_open_for_fields_to_come(Class<? extends Event> event) {
        String schema = JsonSchemas.of(event).replace("https://json-schema.org/draft/2020-12", "");

        assertThat(schema).doesNotContain("://").doesNotContain("additionalProperties");
    }

    @Test
    void no_schema_is_left_of_an_event_that_is_gone() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("schemas"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrderElementsOf(
                            events().stream()
                                    .map(Validator::path)
                                    .map(RESOURCES::resolve)
                                    .toList());
        }
    }
}

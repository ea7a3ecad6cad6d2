package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Within a version events change by addition only (docs/events.md, 'How events change'). */
class EvolutionTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GIVEN = "homeward.consent.v1/homeward.consent.given.v1.json";
    private static final String GRANT = "homeward.grant.v1/homeward.grant.approved.v1.json";

    @Test
    void no_schema_of_the_last_release_is_gone_or_broken() {
        var softly = new SoftAssertions();
        Map<String, String> now = Released.schemasNow();
        assertThat(Released.schemas()).isNotEmpty();
        Released.schemas()
                .forEach(
                        (place, released) -> {
                            softly.assertThat(now)
                                    .as("events that were told stay")
                                    .containsKey(place);
                            softly.assertThat(breaks(released, now.getOrDefault(place, released)))
                                    .as(place)
                                    .isEmpty();
                        });
        softly.assertAll();
    }

    @Test
    void no_sample_of_the_last_release_is_gone_or_another() {
        assertThat(Released.samples()).isNotEmpty();
        assertThat(Released.samplesNow()).containsAllEntriesOf(Released.samples());
    }

    @Test
    void a_release_binds_what_is_there_unless_something_is_broken() {
        no_schema_of_the_last_release_is_gone_or_broken();
        no_sample_of_the_last_release_is_gone_or_another();
        if (Released.RENEW) {
            Released.renew();
            assertThat(Released.schemas()).isEqualTo(Released.schemasNow());
            assertThat(Released.samples()).isEqualTo(Released.samplesNow());
        }
    }

    @Test
    void an_optional_field_may_come_and_words_may_change() {
        assertThat(
                        broken(
                                GIVEN,
                                schema -> {
                                    schema.put("description", "said better");
                                    field(schema, "purpose").put("$comment", "said better");
                                    properties(schema).putObject("channel").put("type", "string");
                                }))
                .isEmpty();
    }

    @Test
    void a_field_that_goes_or_is_renamed_breaks_older_readers() {
        assertThat(broken(GIVEN, schema -> properties(schema).remove("validUntil")))
                .containsExactly("/validUntil: is gone");
        assertThat(broken(GRANT, schema -> properties(field(schema, "amount")).remove("currency")))
                .containsExactly("/amount/currency: is gone");
        assertThat(broken(GRANT, schema -> field(schema, "amount").remove("properties")))
                .contains("/amount/currency: is gone");
    }

    @Test
    void a_field_that_becomes_required_breaks_older_events() {
        assertThat(broken(GIVEN, schema -> required(schema).add("validUntil")))
                .containsExactly("/validUntil: is required now");
    }

    @Test
    void a_field_that_may_be_missing_now_breaks_older_readers() {
        assertThat(broken(GIVEN, schema -> required(schema).remove(1)))
                .containsExactly("/purpose: is required no more");
    }

    @Test
    void another_form_type_or_condition_breaks_one_or_the_other() {
        assertThat(broken(GIVEN, schema -> field(schema, "textHash").put("pattern", ".*")))
                .containsExactly("/textHash: 'pattern' is another or gone");
        assertThat(broken(GIVEN, schema -> field(schema, "validUntil").put("type", "integer")))
                .containsExactly("/validUntil: 'type' is another or gone");
        assertThat(broken(GIVEN, schema -> field(schema, "consent").put("maxLength", 36)))
                .containsExactly("/consent: 'maxLength' is new");
        assertThat(broken(GIVEN, schema -> ((ArrayNode) schema.get("allOf")).remove(0)))
                .containsExactly(": 'allOf' is another or gone");
    }

    @Test
    void a_word_more_or_less_in_a_list_breaks_one_or_the_other() {
        assertThat(
                        broken(
                                GIVEN,
                                schema ->
                                        ((ArrayNode) field(schema, "purpose").get("enum"))
                                                .add("CONTACT_BY_POST")))
                .containsExactly("/purpose: 'enum' is another or gone");
        assertThat(
                        broken(
                                GIVEN,
                                schema ->
                                        ((ArrayNode) field(schema, "purpose").get("enum"))
                                                .remove(8)))
                .containsExactly("/purpose: 'enum' is another or gone");
    }

    private static List<String> broken(String place, Consumer<ObjectNode> change) {
        String released = Objects.requireNonNull(Released.schemas().get(place));
        ObjectNode now = (ObjectNode) JSON.readTree(released);
        change.accept(now);
        return Evolution.breaks(JSON.readTree(released), now);
    }

    private static List<String> breaks(String released, String now) {
        return Evolution.breaks(JSON.readTree(released), JSON.readTree(now));
    }

    private static ObjectNode properties(JsonNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ObjectNode field(JsonNode schema, String name) {
        return (ObjectNode) properties(schema).get(name);
    }

    private static ArrayNode required(JsonNode schema) {
        return (ArrayNode) schema.get("required");
    }
}

package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionTest {

    private static final String BEFORE =
            """
            {"paths": {"/people": {"get": {
              "parameters": [{"name": "limit", "in": "query", "required": false}],
              "responses": {"200": {"description": "fine"}}}}},
             "components": {"schemas": {"Person": {
              "type": "object",
              "properties": {"name": {"type": "string"}, "kind": {"enum": ["A", "B"]}},
              "required": ["name"]}}}}
            """;

    @Test
    void additions_and_other_words_break_nobody() {
        assertThat(after("\"fine\"", "\"very fine\"")).isEmpty();
        assertThat(after("[\"A\", \"B\"]", "[\"A\", \"B\", \"C\"]")).isEmpty();
        assertThat(after("\"kind\":", "\"age\": {\"type\": \"integer\"}, \"kind\":")).isEmpty();
    }

    @Test
    void what_is_gone_is_another_thing_or_is_demanded_now_breaks() {
        assertThat(after("/people", "/persons")).hasSize(1);
        assertThat(after("\"200\"", "\"201\"")).hasSize(1);
        assertThat(after("[\"A\", \"B\"]", "[\"A\"]")).hasSize(1);
        assertThat(after("\"type\": \"string\"", "\"type\": \"integer\"")).hasSize(1);
        assertThat(after("\"required\": false", "\"required\": true")).hasSize(1);
        assertThat(after("[\"name\"]", "[\"name\", \"kind\"]")).hasSize(1);
        assertThat(
                        after(
                                "\"parameters\": [",
                                "\"parameters\": [{\"name\": \"as\", \"required\": true},"))
                .hasSize(1);
    }

    private static List<String> after(String old, String changed) {
        assertThat(BEFORE).contains(old);
        return ApiDescription.breakages(tree(BEFORE), tree(BEFORE.replace(old, changed)), "");
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}

package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.contracts.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** Every endpoint of the role table against every role of it. */
class RolesTest {

    private static final JsonNode TABLE = table();

    /**
     * @param roles that may call it
     */
    record Entry(String method, String path, Set<String> roles) {}

    static List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (JsonNode entry : TABLE.path("services").path("grant-service")) {
            for (var call : entry.properties()) {
                var parts = call.getKey().split(" ", 2);
                entries.add(
                        new Entry(
                                parts[0],
                                parts[1].replaceAll("\\{[a-z]+}", UUID.randomUUID().toString()),
                                call.getValue()
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .collect(Collectors.toSet())));
            }
        }
        return entries;
    }

    @ParameterizedTest
    @MethodSource("entries")
    void without_a_token_nothing_is_answered_and_another_role_is_refused(Entry entry) {
        assertThat(call(Staff.nobody(), entry).status()).isEqualTo(401);
        for (String role : roles()) {
            var answer = call(Staff.in(role), entry);
            if (entry.roles().contains(role)) {
                assertThat(answer.status()).as("%s %s", role, answer).isNotIn(401, 403);
            } else {
                assertThat(answer.status()).as("%s %s", role, answer).isEqualTo(403);
            }
        }
    }

    @Test
    void an_auditor_has_the_audit_trail_here_and_nothing_else() {
        assertThat(entries())
                .filteredOn(e -> e.roles().contains("auditor"))
                .extracting(Entry::path)
                .containsExactlyInAnyOrder(
                        "/ops/v1/audit/changes",
                        "/ops/v1/audit/reads",
                        "/ops/v1/audit/verification");
    }

    private static Staff.Answer call(Staff who, Entry entry) {
        return switch (entry.method()) {
            case "GET" -> who.get(entry.path());
            case "PUT" -> who.put(entry.path(), "{}");
            default -> who.post(entry.path(), "{}");
        };
    }

    private static List<String> roles() {
        return List.copyOf(TABLE.path("roles").propertyNames());
    }

    private static JsonNode table() {
        try (var yaml = Event.class.getResourceAsStream("access.yaml")) {
            return Staff.JSON.valueToTree(new Yaml().load(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

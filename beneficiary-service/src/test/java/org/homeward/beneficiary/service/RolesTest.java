package org.homeward.beneficiary.service;

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
        for (JsonNode entry : TABLE.path("services").path("beneficiary-service")) {
            for (var call : entry.properties()) {
                var parts = call.getKey().split(" ", 2);
                entries.add(
                        new Entry(
                                parts[0],
                                parts[1].replaceAll("\\{\\w+}", UUID.randomUUID().toString()),
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
    void who_sees_aggregates_or_the_audit_trail_only_sees_no_person_here() {
        assertThat(entries())
                .hasSizeGreaterThan(10)
                .noneMatch(e -> e.roles().contains("donor-viewer"));
        assertThat(entries())
                .filteredOn(e -> e.roles().contains("auditor"))
                .extracting(e -> e.method() + " " + e.path().replaceAll("/[0-9a-f-]{36}", "/{id}"))
                .containsExactlyInAnyOrder(
                        "GET /api/v1/scorecards/{id}",
                        "GET /api/v1/selection-rounds",
                        "GET /api/v1/selection-rounds/{id}",
                        "GET /api/v1/selection-rounds/{id}/export",
                        "GET /ops/v1/audit/changes",
                        "GET /ops/v1/audit/reads",
                        "POST /ops/v1/audit/verification");
    }

    @Test
    void a_contact_and_what_a_text_discloses_are_told_to_one_service_each() {
        assertThat(entries())
                .filteredOn(e -> e.path().startsWith("/internal/"))
                .hasSize(2)
                .allMatch(e -> e.roles().size() == 1)
                .allMatch(e -> e.roles().iterator().next().startsWith("service-"));
    }

    private static Staff.Answer call(Staff who, Entry entry) {
        return switch (entry.method()) {
            case "GET" -> who.read(entry.path());
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

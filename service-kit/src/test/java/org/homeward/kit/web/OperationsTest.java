package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The management port and the published description. */
class OperationsTest {

    private final Client management = Client.ofManagement(RunningSample.service());
    private final Client service = RunningSample.client();

    @Test
    void the_management_port_offers_health_and_metrics_only() {
        assertThat(management.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(management.get("/actuator/health").status()).isEqualTo(200);
        assertThat(management.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        for (String path :
                List.of(
                        "/actuator",
                        "/actuator/env",
                        "/actuator/beans",
                        "/actuator/heapdump",
                        "/actuator/loggers",
                        "/api/v1/things",
                        "/public/things/6f0c0f7e-93a5-4c1e-9a0f-0f6f3d4b9f11")) {
            assertThat(management.get(path).status()).as(path).isIn(401, 404);
        }
    }

    @Test
    void health_is_about_us_only_and_tells_no_details() {
        assertThat(management.get("/actuator/health").json().path("components").propertyNames())
                .containsExactlyInAnyOrder("livenessState", "readinessState");
    }

    @Test
    void the_description_is_openapi_3_1_as_json() {
        var answer = service.get("/v3/api-docs");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().path("openapi").asString()).startsWith("3.1");
    }

    @Test
    void a_command_is_described_with_its_headers_problems_and_roles() {
        var command = operation("/api/v1/things", "post");

        assertThat(names(command)).containsExactlyInAnyOrder("Idempotency-Key", "If-Match");
        assertThat(command.path("responses").propertyNames())
                .contains(
                        "200", "201", "400", "401", "403", "404", "409", "412", "413", "415", "422",
                        "428", "503");
        assertThat(command.path("x-roles").toString()).isEqualTo("[\"manager\",\"worker\"]");
        assertThat(command.path("security").path(0).has("token")).isTrue();
    }

    @Test
    void a_list_and_a_read_are_described_with_what_they_take() {
        assertThat(names(operation("/api/v1/things", "get")))
                .containsExactlyInAnyOrder("limit", "cursor", "from");
        assertThat(names(operation("/api/v1/things/{id}", "get")))
                .containsExactlyInAnyOrder("id", "Homeward-Purpose");
        assertThat(operation("/public/things/{id}", "get").has("security")).isFalse();
    }

    @Test
    void the_answer_of_a_command_is_described_as_it_is() {
        var schemas = service.get("/v3/api-docs").json().path("components").path("schemas");

        assertThat(schemas.path("Receipt").path("properties").propertyNames())
                .containsExactlyInAnyOrder("id", "version", "sequence");
        assertThat(schemas.has("Problem")).isTrue();
        assertThat(schemas.propertyNames()).doesNotContain("Actor", "Scope", "Call", "Purpose");
    }

    private JsonNode operation(String path, String method) {
        return service.get("/v3/api-docs").json().path("paths").path(path).path(method);
    }

    private static List<String> names(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }
}

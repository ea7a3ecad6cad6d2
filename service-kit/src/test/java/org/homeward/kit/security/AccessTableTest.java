package org.homeward.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class AccessTableTest {

    private static final String ROLES =
            """
            roles:
              worker: {does: "works", organisations: own}
              manager: {does: "manages", organisations: all}
            services:
              sample:
            """;

    @Test
    void the_most_specific_entry_decides() {
        var table = table("GET /a/{id}: [worker]", "GET /a/mine: anyone");

        assertThat(decides(table, "/a/mine")).isEqualTo("GET /a/mine");
        assertThat(decides(table, "/a/x")).isEqualTo("GET /a/{id}");
        assertThat(table.deciding(HttpMethod.POST, PathContainer.parsePath("/a/x"))).isEmpty();
    }

    @Test
    void the_names_of_variables_do_not_matter() {
        var table = table("GET /a/{id}/b: [worker]", "GET /pages/{*rest}: anyone");

        assertThat(table.of("GET", "/a/{thing}/b")).isPresent();
        assertThat(table.of("GET", "/pages/**")).isPresent();
        assertThat(table.of("PUT", "/a/{id}/b")).isEmpty();
    }

    @Test
    void an_own_role_binds_to_the_organisation_unless_another_goes_everywhere() {
        var entry = table("GET /a: [worker, manager]").of("GET", "/a").orElseThrow();
        var worker = actor(Set.of("worker"), "D1");
        var both = actor(Set.of("worker", "manager"), "*");

        assertThat(Admission.by(entry.allowing(worker), worker).scope())
                .isEqualTo(new Scope("hope", Set.of("D1")));
        assertThat(Admission.by(entry.allowing(both), both).scope()).isEqualTo(Scope.everything());
    }

    @Test
    void a_role_that_does_not_allow_the_endpoint_does_not_widen_its_scope() {
        var entry = table("GET /a: [worker]").of("GET", "/a").orElseThrow();
        var both = actor(Set.of("worker", "manager"), "*");

        assertThat(Admission.by(entry.allowing(both), both).scope().organisation())
                .isEqualTo("hope");
    }

    @Test
    void mistakes_in_the_table_are_named() {
        mistake("no such role: wroker", "GET /a: [wroker]");
        mistake(
                "Twice in the role table: GET /a/{x}",
                "GET /a/{id}: [worker]",
                "GET /a/{x}: anyone");
        mistake("nobody may call it", "GET /a: []");
        mistake("is missing or no list", "GET /a: everyone");
        mistake("is no 'METHOD /path'", "FETCH /a: anyone");
        mistake("is no 'METHOD /path'", "GET a: anyone");
        assertThatThrownBy(() -> read(ROLES.replace("sample", "other")))
                .hasMessageContaining("sample is missing");
        assertThatThrownBy(() -> read(ROLES.replace("own", "some") + "    []"))
                .hasMessageContaining("organisations is 'own' or 'all'");
    }

    @Test
    void objects_in_the_yaml_are_not_made() {
        assertThatThrownBy(() -> read("!!java.io.File [/tmp/x]"))
                .hasMessageContaining("Global tag is not allowed");
    }

    private static String decides(AccessTable table, String path) {
        return table.deciding(HttpMethod.GET, PathContainer.parsePath(path))
                .orElseThrow()
                .toString();
    }

    private static void mistake(String message, String... entries) {
        assertThatThrownBy(() -> table(entries)).hasMessageContaining(message);
    }

    private static AccessTable table(String... entries) {
        var yaml = new StringBuilder(ROLES);
        for (String entry : entries) {
            yaml.append("    - ").append(entry).append('\n');
        }
        return read(yaml.toString());
    }

    private static AccessTable read(String yaml) {
        return AccessTableReader.read(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "sample");
    }

    private static Actor actor(Set<String> roles, String district) {
        return new Actor("i", "s", "hope", roles, Set.of(district), Set.of(), null);
    }
}

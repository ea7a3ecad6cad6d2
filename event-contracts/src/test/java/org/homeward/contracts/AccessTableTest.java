package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

class AccessTableTest {

    private final AccessTable table = AccessTable.committed();

    @Test
    void it_has_every_role_of_the_programme_and_the_two_services_that_call_another() {
        assertThat(table.roles())
                .containsOnlyKeys(
                        "case-worker",
                        "programme-manager",
                        "grant-officer",
                        "committee-member",
                        "finance-officer",
                        "monitoring-officer",
                        "story-editor",
                        "communications-lead",
                        "protection-officer",
                        "partner-api",
                        "donor-viewer",
                        "data-protection-officer",
                        "auditor",
                        "administrator",
                        "service-story",
                        "service-notification");
        assertThat(table.services())
                .containsOnlyKeys(
                        "beneficiary-service",
                        "grant-service",
                        "story-service",
                        "notification-service");
    }

    @Test
    void only_those_of_a_partner_are_kept_to_their_organisation() {
        assertThat(
                        table.roles().entrySet().stream()
                                .filter(r -> "own".equals(r.getValue().get("organisations"))))
                .extracting(Map.Entry::getKey)
                .containsExactly("case-worker", "partner-api");
    }

    @Test
    void a_donor_has_no_call() {
        assertThat(table.services().values())
                .isNotEmpty()
                .allSatisfy(
                        calls ->
                                assertThat(calls)
                                        .isNotEmpty()
                                        .noneMatch(call -> call.roles().contains("donor-viewer")));
    }

    @Test
    void it_keeps_to_its_form() {
        assertThat(table.violations()).isEmpty();
    }

    @Test
    void a_bad_table_is_found_out_in_every_point() {
        String bad =
                """
                roles:
                  clerk: {does: "files", organisations: some}
                  guard: {does: "guards", organisations: all}
                services:
                  archive:
                    - POST /api/v1/files: [guard]
                    - POST /api/v1/files: [guard]
                    - GET /api/v1/files: [thief]
                    - PUT /api/v1/files: []
                    - DELETE /api/v1/files: all
                    - LOOK /api/v1/files: anyone
                """;

        assertThat(AccessTable.parsed(bad).violations())
                .isEqualTo(
                        List.of(
                                "clerk does not say what it does and for whose records",
                                "archive: no endpoint: LOOK /api/v1/files",
                                "archive: no role or an unknown one at GET /api/v1/files",
                                "archive: no role or an unknown one at PUT /api/v1/files",
                                "archive: no role or an unknown one at DELETE /api/v1/files",
                                "archive: an endpoint stands twice"));
        assertThatThrownBy(() -> AccessTable.parsed(bad + "  archive: []\n"))
                .isInstanceOf(YAMLException.class);
    }

    @Test
    void duties_are_kept_apart_in_services_that_there_are() {
        var kept = Duties.committed().services();

        assertThat(table.services().keySet()).containsAll(kept.keySet());
        assertThat(kept.values())
                .isNotEmpty()
                .allSatisfy(
                        rules ->
                                assertThat(rules)
                                        .isNotEmpty()
                                        .noneMatch(
                                                rule ->
                                                        rule.who().isEmpty()
                                                                || rule.never().isEmpty()));
    }

    @Test
    void the_committed_page_is_the_one_that_the_table_and_the_list_of_duties_give() {
        Committed.mustEqual(
                Committed.MODULE.resolve("../docs/access.md"),
                table.page() + Duties.committed().section());
    }
}

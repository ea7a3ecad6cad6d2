package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.homeward.kit.test.DatabaseRole;
import org.homeward.kit.test.RoleMatrix;
import org.junit.jupiter.api.Test;

/** Every endpoint of the role table against every role of it, and what only few may call. */
class RolesTest {

    private static final String SERVICE = "beneficiary-service";

    @Test
    void every_role_does_what_is_its_own_and_nothing_else() {
        RoleMatrix.check(SERVICE, RunningService.first());
    }

    @Test
    void the_account_of_the_database_may_rebuild_every_projection()
            throws IOException, InterruptedException {
        DatabaseRole.checkProjections(SERVICE, RunningService.first());
    }

    @Test
    void its_account_of_kafka_may_do_what_it_does() throws IOException {
        RunningService.hasItsRights();
    }

    @Test
    void the_management_port_tells_that_the_service_is_well_and_has_no_way_in() {
        RoleMatrix.checkManagement(RunningService.management());
    }

    @Test
    void who_sees_aggregates_or_the_audit_trail_only_sees_no_person_here() {
        assertThat(RoleMatrix.callsOf(SERVICE, "donor-viewer")).isEmpty();
        assertThat(RoleMatrix.callsOf(SERVICE, "auditor"))
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
        assertThat(RoleMatrix.roles())
                .filteredOn(
                        role ->
                                RoleMatrix.callsOf(SERVICE, role).stream()
                                        .anyMatch(call -> call.contains(" /internal/")))
                .containsExactly("service-story", "service-notification");
        assertThat(RoleMatrix.callsOf(SERVICE, "service-story"))
                .containsExactly("POST /internal/v1/disclosure-tests");
        assertThat(RoleMatrix.callsOf(SERVICE, "service-notification"))
                .containsExactly("GET /internal/v1/contacts/{beneficiary}/email");
    }
}

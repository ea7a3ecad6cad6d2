package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.homeward.kit.test.DatabaseRole;
import org.homeward.kit.test.RoleMatrix;
import org.junit.jupiter.api.Test;

/** Every endpoint of the role table against every role of it. */
class RolesTest {

    private static final String SERVICE = "grant-service";

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
    void an_auditor_has_the_audit_trail_here_and_nothing_else() {
        assertThat(RoleMatrix.callsOf(SERVICE, "grant-officer")).isNotEmpty();
        assertThat(RoleMatrix.callsOf(SERVICE, "auditor"))
                .containsExactlyInAnyOrder(
                        "GET /ops/v1/audit/changes",
                        "GET /ops/v1/audit/reads",
                        "POST /ops/v1/audit/verification");
    }
}

package org.homeward.notification.service;

import java.io.IOException;
import org.homeward.kit.test.DatabaseRole;
import org.homeward.kit.test.RoleMatrix;
import org.junit.jupiter.api.Test;

class RolesTest {

    @Test
    void every_role_does_what_is_its_own_and_nothing_else() {
        RoleMatrix.check("notification-service", RunningService.first());
    }

    @Test
    void the_account_of_the_database_may_rebuild_every_projection()
            throws IOException, InterruptedException {
        DatabaseRole.checkProjections("notification-service", RunningService.first());
    }

    @Test
    void its_account_of_kafka_may_do_what_it_does() throws IOException {
        RunningService.hasItsRights();
    }

    @Test
    void the_management_port_tells_that_the_service_is_well_and_has_no_way_in() {
        RoleMatrix.checkManagement(RunningService.management());
    }
}

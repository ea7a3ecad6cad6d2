package org.homeward.story.service;

import java.io.IOException;
import org.homeward.kit.test.DatabaseRole;
import org.homeward.kit.test.RoleMatrix;
import org.homeward.kit.test.TopicRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServiceTest
class RolesTest {

    private final int port;
    private final int management;

    RolesTest(@LocalServerPort int port, @LocalManagementPort int management) {
        this.port = port;
        this.management = management;
    }

    @Test
    void every_role_does_what_is_its_own_and_nothing_else() {
        RoleMatrix.check("story-service", "http://127.0.0.1:" + port);
    }

    @Test
    void the_account_of_the_database_may_rebuild_every_projection()
            throws IOException, InterruptedException {
        DatabaseRole.checkProjections("story-service", "http://127.0.0.1:" + port);
    }

    @Test
    void its_account_of_kafka_may_do_what_it_does(@Autowired ApplicationContext service)
            throws IOException {
        TopicRights.check(service);
    }

    @Test
    void the_management_port_tells_that_the_service_is_well_and_has_no_way_in() {
        RoleMatrix.checkManagement("http://127.0.0.1:" + management);
    }
}

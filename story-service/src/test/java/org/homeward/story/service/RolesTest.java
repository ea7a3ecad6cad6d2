package org.homeward.story.service;

import org.homeward.kit.test.RoleMatrix;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class RolesTest {

    private final int port;

    RolesTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void every_role_does_what_is_its_own_and_nothing_else() {
        RoleMatrix.check("story-service", "http://127.0.0.1:" + port);
    }
}

package org.homeward.story.service;

import org.homeward.kit.test.ApiDescription;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ApiDescriptionTest {

    private final int port;

    ApiDescriptionTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void the_api_is_as_described_and_breaks_no_client() {
        ApiDescription.check("story-service", "http://127.0.0.1:" + port);
    }
}

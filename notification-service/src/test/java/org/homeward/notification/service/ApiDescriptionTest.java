package org.homeward.notification.service;

import org.homeward.kit.test.ApiDescription;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {

    @Test
    void the_api_is_as_described_and_breaks_no_client() {
        ApiDescription.check("notification-service", RunningService.first());
    }
}

package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.kit.test.ForeignMatrix;
import org.junit.jupiter.api.Test;

/** Nothing here that a call names is foreign to who may make it. */
class ForeignTest {

    private static final String WEBHOOK = " /api/v1/webhooks/{id}";

    private static final Map<String, List<String>> WITHOUT =
            Map.of(
                    "operations, of the whole service",
                    ForeignMatrix.OPERATIONS,
                    "texts of the product, with made-up facts",
                    List.of("GET /api/v1/templates/{audience}/{name}/{language}/preview"),
                    "webhooks of the whole service, which administrators see to and officers confirm",
                    List.of(
                            "GET" + WEBHOOK,
                            "POST" + WEBHOOK + "/confirmation",
                            "POST" + WEBHOOK + "/rotation",
                            "POST" + WEBHOOK + "/revocation",
                            "POST" + WEBHOOK + "/pause",
                            "POST" + WEBHOOK + "/resumption",
                            "POST" + WEBHOOK + "/replay",
                            "POST" + WEBHOOK + "/removal"));

    @Test
    void to_whoever_does_not_reach_it() {
        ForeignMatrix.check(
                "notification-service",
                RunningService.first(),
                RunningService.keys(),
                List.of(),
                WITHOUT);
    }

    @Test
    void a_webhook_is_foreign_to_no_administrator_and_no_data_protection_officer() {
        var webhook = "/api/v1/webhooks/" + Partner.wanting("homeward.story.published.v1").id();

        for (var role : List.of("administrator", "data-protection-officer")) {
            var elsewhere = Colleague.in(role).of("hamdasti", "TJ-SU-AYNI");
            assertThat(elsewhere.get(webhook).status()).isEqualTo(200);
        }
    }
}

package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Whose pages a browser lets read answers. */
class OriginsTest {

    private static final String LIST = "/api/v1/things";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private final Client client = RunningSample.client();

    @Test
    void a_page_of_a_configured_origin_may_ask_and_read() {
        var asked = preflight(Sample.ORIGIN);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header(ALLOWED)).isEqualTo(Sample.ORIGIN);
        assertThat(asked.header("Access-Control-Allow-Headers")).containsIgnoringCase("If-Match");

        var answer = read(Sample.ORIGIN);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(ALLOWED)).isEqualTo(Sample.ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void a_page_of_any_other_origin_may_not() {
        for (String other : new String[] {"https://elsewhere.example.org", "null", "*"}) {
            assertThat(preflight(other).header(ALLOWED)).isEmpty();
            assertThat(read(other).header(ALLOWED)).isEmpty();
        }
    }

    @Test
    void who_may_ask_from_elsewhere_still_needs_a_token() {
        assertThat(client.with("Origin", Sample.ORIGIN).get(LIST).status()).isEqualTo(401);
    }

    private Answer preflight(String origin) {
        return client.with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,if-match,idempotency-key")
                .send("OPTIONS", LIST, BodyPublishers.noBody());
    }

    private Answer read(String origin) {
        return client.token(TestTokens.shared().of("w", "hope", "worker"))
                .with("Origin", origin)
                .get(LIST);
    }
}

package org.homeward.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.local.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SignInTest {

    @Test
    @Timeout(20)
    void a_server_that_takes_the_call_and_says_nothing_is_not_waited_for_for_ever()
            throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            var signIn =
                    new SignIn("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300));

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> signIn.person("case-worker", "any"))
                    .withMessageContaining("does not answer");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> signIn.machine("story-service", "any"))
                    .withMessageContaining("does not answer");
        }
    }

    /** As Keycloak does it, on the loopback address too. */
    @Test
    void the_form_says_where_it_goes_and_secure_cookies_go_back_over_loopback() throws IOException {
        var posted = new AtomicReference<String>();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        var issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/it";
        answers(
                server,
                "/realms/it/.well-known/openid-configuration",
                _ ->
                        """
                        {"authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token"}"""
                                .formatted(issuer));
        answers(
                server,
                "/realms/it/auth",
                call -> {
                    call.getResponseHeaders().add("Set-Cookie", "SESSION=a=b; Path=/; Secure");
                    return """
                    <form id="f" action="%s/login?a=1&amp;b=2" method="post">
                    <input type="hidden" id="x" name="unused"/>
                    <input type="hidden" name="given" value="&quot;"/></form>"""
                            .formatted(issuer);
                });
        answers(
                server,
                "/realms/it/login",
                call -> {
                    var body = new String(call.getRequestBody().readAllBytes(), UTF_8);
                    posted.set(
                            call.getRequestURI().getQuery()
                                    + " "
                                    + call.getRequestHeaders().getFirst("Cookie")
                                    + " "
                                    + body.contains("given=%22")
                                    + body.contains("unused"));
                    return "<form action='again'>";
                });
        server.start();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new SignIn(issuer).person("case-worker", "wrong"))
                .withMessageContaining("wrong name or password");
        server.stop(0);

        assertThat(posted.get()).isEqualTo("a=1&b=2 SESSION=a=b truefalse");
    }

    private interface Answering {
        String to(HttpExchange call) throws IOException;
    }

    private static void answers(HttpServer server, String path, Answering answering) {
        server.createContext(
                path,
                call -> {
                    try (call) {
                        byte[] answer = answering.to(call).getBytes(UTF_8);
                        call.sendResponseHeaders(200, answer.length);
                        call.getResponseBody().write(answer);
                    }
                });
    }
}

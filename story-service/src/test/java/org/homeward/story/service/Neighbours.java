package org.homeward.story.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeward.kit.test.Scratch;
import org.homeward.kit.test.TestTokens;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The identity server and beneficiary-service, as this service sees them over HTTP. */
final class Neighbours implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What beneficiary-service was asked: purpose and body. */
    static final List<Asked> ASKED = new CopyOnWriteArrayList<>();

    private static volatile String answer = "{\"hits\":[]}";
    private static volatile int status = 200;
    private static final HttpServer SERVER = start();

    record Asked(String authorization, String purpose, String body) {}

    static void beneficiaryAnswers(int newStatus, String newAnswer) {
        ASKED.clear();
        status = newStatus;
        answer = newAnswer;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var here = "http://127.0.0.1:" + SERVER.getAddress().getPort();
        try {
            var secret = Scratch.folder("client").resolve("secret");
            Files.writeString(secret, "a secret of this run");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "neighbours",
                                    Map.of(
                                            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                                            TestTokens.shared().issuer(),
                                            "homeward.client-secret-file",
                                            secret.toString(),
                                            "homeward.token-uri",
                                            here + "/oauth2/token",
                                            "homeward.beneficiary-url",
                                            here)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpServer start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/oauth2/token",
                    call ->
                            answer(
                                    call,
                                    200,
                                    "{\"access_token\":\"of-story-service\",\"token_type\":\"Bearer\",\"expires_in\":600}"));
            server.createContext("/internal/v1/disclosure-tests", Neighbours::disclosure);
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void disclosure(HttpExchange call) throws IOException {
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var head = call.getRequestHeaders();
        ASKED.add(
                new Asked(
                        String.valueOf(head.getFirst("Authorization")),
                        String.valueOf(head.getFirst("Homeward-Purpose")),
                        body));
        answer(call, status, answer);
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        try (var out = call.getResponseBody()) {
            out.write(body);
        }
    }
}

package org.homeward.kit.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.homeward.kit.test.Answer;
import org.springframework.context.ConfigurableApplicationContext;

/** Speaks plain HTTP to the sample service. */
final class Client {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final List<String> headers;

    private Client(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    static Client of(ConfigurableApplicationContext service) {
        return new Client("http://127.0.0.1:" + port(service, "local.server.port"), List.of());
    }

    static Client ofManagement(ConfigurableApplicationContext service) {
        return new Client("http://127.0.0.1:" + port(service, "local.management.port"), List.of());
    }

    static int port(ConfigurableApplicationContext service, String name) {
        return service.getEnvironment().getRequiredProperty(name, Integer.class);
    }

    Client with(String name, String value) {
        return new Client(
                base,
                java.util.stream.Stream.concat(
                                headers.stream(), java.util.stream.Stream.of(name, value))
                        .toList());
    }

    Client token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, byte[] body) {
        return with("Content-Type", "application/json")
                .send("POST", path, BodyPublishers.ofByteArray(body));
    }

    Answer postChunked(String path, byte[] body) {
        return with("Content-Type", "application/json")
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

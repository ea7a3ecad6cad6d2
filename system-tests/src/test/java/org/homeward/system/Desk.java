package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.local.Home;
import org.homeward.local.identity.SignIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a member of staff may read, and what anybody may. */
final class Desk implements AutoCloseable {

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final LocalSystem system;

    Desk(LocalSystem system) {
        this.system = system;
    }

    /** The answer to who may read it. */
    JsonNode read(String user, String service, String path, String purpose) {
        var answer = get(user, service, path, purpose);
        if (answer.statusCode() != OK) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    List<JsonNode> list(String user, String service, String path, String purpose) {
        return read(user, service, path + "?limit=100", purpose)
                .path("items")
                .valueStream()
                .toList();
    }

    /** The status of the answer. */
    int status(String user, String service, String path, String purpose) {
        return get(user, service, path, purpose).statusCode();
    }

    private HttpResponse<String> get(String user, String service, String path, String purpose) {
        var token =
                tokens.computeIfAbsent(
                        user,
                        name ->
                                new SignIn("http://127.0.0.1:" + system.port("IDENTITY"))
                                        .person(
                                                name,
                                                new Home(system.project())
                                                        .secrets()
                                                        .demoPassword()));
        return send(
                HttpRequest.newBuilder(uri(service, path))
                        .header("Authorization", "Bearer " + token)
                        .header("Homeward-Purpose", purpose)
                        .build());
    }

    /** A page of the public site. */
    HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(uri("STORY", path)).build());
    }

    private URI uri(String service, String path) {
        return URI.create("http://127.0.0.1:" + system.port(service) + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

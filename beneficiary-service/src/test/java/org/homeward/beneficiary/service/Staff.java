package org.homeward.beneficiary.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.kit.security.Actor;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.TestTokens;
import org.homeward.kit.test.TwoDuties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a client of the service. Each command has a key of its own unless one is given. */
final class Staff {

    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Map<String, String> headers;

    private Staff(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    static Staff of(String subject, String organisation, List<String> roles, String... districts) {
        var token = TestTokens.shared().of(subject, organisation, roles, districts);
        return nobody().with("Authorization", "Bearer " + token);
    }

    /** With every role there is, everywhere. */
    static Staff inEveryRole(String subject, String organisation) {
        var token = TwoDuties.everyRole(subject, organisation);
        return nobody().with("Authorization", "Bearer " + token);
    }

    static Staff in(String role) {
        return of(role + "-1", "mission", List.of(role), "*");
    }

    static Staff worker() {
        return workerOf("umed", "TJ-KT-SHAHRITUS", "TJ-KT-VOSE");
    }

    static Staff workerOf(String organisation, String... districts) {
        return of("worker-of-" + organisation, organisation, List.of("case-worker"), districts);
    }

    /** As events name somebody. */
    static UUID pseudonym(String subject) {
        var none = Set.<String>of();
        var issuer = TestTokens.shared().issuer();
        return new Actor(issuer, subject, "", none, none, none, null).pseudonym();
    }

    static Staff nobody() {
        return new Staff(RunningService.first(), Map.of());
    }

    /** Who looks at how the service is. */
    static Staff operator() {
        return new Staff(RunningService.management(), Map.of());
    }

    /** The same at another service. */
    Staff at(String other) {
        return new Staff(other, headers);
    }

    Staff with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Staff(base, Map.copyOf(more));
    }

    Staff key(String key) {
        return with("Idempotency-Key", key);
    }

    Staff ifMatch(long version) {
        return with("If-Match", "\"" + version + "\"");
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer read(String path) {
        return with("Homeward-Purpose", "case-management").get(path);
    }

    /** The bytes of a file. */
    HttpResponse<byte[]> download(String path) {
        var request = request(path).header("Homeward-Purpose", "case-management").GET();
        return sent(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    Answer post(String path, @Nullable Object body) {
        return command("POST", path, body);
    }

    Answer put(String path, Object body) {
        return command("PUT", path, body);
    }

    private Answer command(String method, String path, @Nullable Object body) {
        var caller =
                headers.containsKey("Idempotency-Key") ? this : key(UUID.randomUUID().toString());
        return caller.send(method, path, body);
    }

    /** Exactly these headers, and the body as text if it is one, else as JSON. */
    Answer send(String method, String path, @Nullable Object body) {
        var request = request(path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            var text = body instanceof String json ? json : JSON.writeValueAsString(body);
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(text));
        }
        return new Answer(sent(request, HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        return request;
    }

    private static <T> HttpResponse<T> sent(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

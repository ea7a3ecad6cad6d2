package org.homeward.grant.service;

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
import java.util.UUID;
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

    static Staff grantOfficer() {
        return in("grant-officer");
    }

    static Staff programmeManager() {
        return in("programme-manager");
    }

    static Staff financeOfficer() {
        return in("finance-officer");
    }

    /** Of the committee that {@link Bodies#committee} appoints. */
    static Staff member(int number) {
        var organisation = List.of("mission", "bilateral", "hamdasti").get(number - 1);
        return of("member-" + number, organisation, List.of("committee-member"), "*");
    }

    static Staff caseWorkerOf(String organisation) {
        return of("case-worker-of-" + organisation, organisation, List.of("case-worker"), "*");
    }

    static Staff nobody() {
        return new Staff(RunningService.first(), Map.of());
    }

    /** The same person at the other instance. */
    Staff elsewhere() {
        return new Staff(RunningService.second(), headers);
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

    /** With a purpose, as reads of applications and grants need one. */
    Answer read(String path) {
        return with("Homeward-Purpose", "application-review").get(path);
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
        var request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            var text = body instanceof String json ? json : JSON.writeValueAsString(body);
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(text));
        }
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

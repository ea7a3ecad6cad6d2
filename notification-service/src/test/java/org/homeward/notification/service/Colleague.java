package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.StreamSupport;
import org.homeward.kit.security.Actor;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.TestTokens;
import org.homeward.notification.service.MailServer.Mail;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member of the staff with a mailbox, at a client of the service; each test has its own. */
final class Colleague {

    static final String MINE = "/api/v1/subscriptions/mine";
    static final String DELIVERIES = "/api/v1/deliveries";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String subject;
    private final Map<String, Object> claims;
    private final Map<String, String> headers;

    private Colleague(String subject, Map<String, Object> claims, Map<String, String> headers) {
        this.subject = subject;
        this.claims = claims;
        this.headers = headers;
    }

    static Colleague in(String... roles) {
        var subject = roles[0] + "-" + UUID.randomUUID().toString().substring(0, 8);
        return new Colleague(
                subject,
                Map.of(
                        "roles",
                        List.of(roles),
                        "organisation",
                        "mission",
                        "districts",
                        List.of("*"),
                        "email",
                        subject + "@mission.example",
                        "email_verified",
                        true),
                Map.of());
    }

    /** The same person with another token. */
    Colleague claiming(String claim, Object value) {
        var others = new HashMap<>(claims);
        others.put(claim, value);
        return new Colleague(subject, Map.copyOf(others), headers);
    }

    Colleague of(String organisation, String... districts) {
        return claiming("organisation", organisation).claiming("districts", List.of(districts));
    }

    Colleague with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Colleague(subject, claims, Map.copyOf(more));
    }

    String subject() {
        return subject;
    }

    /** By which other services name her. */
    UUID pseudonym() {
        return Actor.pseudonym(TestTokens.shared().issuer(), subject);
    }

    String address() {
        return String.valueOf(claims.get("email"));
    }

    List<Mail> mails() {
        return MailServer.shared().mailsTo(address());
    }

    /** Wants to hear of it from now on. */
    Colleague subscribed(String language, String... occasions) {
        var answer = put(MINE, Map.of("occasions", List.of(occasions), "language", language));
        assertThat(answer.status()).as("%s", answer).isIn(200, 201);
        return this;
    }

    /** What the service says has become of messages to her, newest first. */
    List<JsonNode> deliveries() {
        var answer = get(DELIVERIES + "/mine");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false).toList();
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path) {
        return keyed().send("POST", path, null);
    }

    Answer post(String path, Object body) {
        return keyed().send("POST", path, body);
    }

    Answer put(String path, Object body) {
        return keyed().send("PUT", path, body);
    }

    private Colleague keyed() {
        return headers.containsKey("Idempotency-Key")
                ? this
                : with("Idempotency-Key", UUID.randomUUID().toString());
    }

    Answer send(String method, String path, @Nullable Object body) {
        var request =
                HttpRequest.newBuilder(URI.create(RunningService.first() + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token());
        headers.forEach(request::setHeader);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
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

    private String token() {
        return TestTokens.shared()
                .sign(
                        token -> {
                            token.subject(subject);
                            claims.forEach(token::claim);
                        });
    }
}

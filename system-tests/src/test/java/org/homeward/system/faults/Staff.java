package org.homeward.system.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.homeward.local.Home;
import org.homeward.local.Refusal;
import org.homeward.local.demo.Answer;
import org.homeward.local.identity.SignIn;
import org.homeward.system.LocalSystem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Calls the public APIs as staff apps do, through either instance at random, and repeats every
 * command with its Idempotency-Key until it is answered for good. Now and then it repeats an
 * answered command too, and expects the same answer.
 */
final class Staff implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Set<Integer> LATER = Set.of(401, 429, 500, 502, 503, 504);

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final LocalSystem system;
    private final Diary diary;
    private final SignIn signIn;
    private final String password;

    Staff(LocalSystem system, Diary diary) {
        this.system = system;
        this.diary = diary;
        this.signIn = new SignIn("http://127.0.0.1:" + system.port("IDENTITY"));
        this.password = new Home(system.project()).secrets().demoPassword();
    }

    /** A command; a 2xx is written into the diary as a promise. */
    Answer command(
            Random random,
            String user,
            Service service,
            String path,
            @Nullable Long version,
            Object body) {
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        var reply = put(random, user, "POST", service, path, key, version, body);
        if (reply.isDone()) {
            var id = reply.text("id");
            if (id.isEmpty()) {
                diary.surprise("POST " + path + " was answered 2xx without an id");
                return reply;
            }
            diary.promised(
                    new Promise(
                            service,
                            "POST " + path,
                            UUID.fromString(id),
                            reply.version(),
                            reply.body().path("sequence").asLong()));
            if (random.nextInt(10) == 0) {
                var again = put(random, user, "POST", service, path, key, version, body);
                if (!again.equals(reply)) {
                    diary.surprise("POST " + path + " repeated: " + again + " instead of " + reply);
                }
            }
        }
        return reply;
    }

    /** A change that is no command of the journal's, or replaces what is there. */
    Answer put(
            Random random,
            String user,
            String method,
            Service service,
            String path,
            String key,
            @Nullable Long version,
            Object body) {
        return patiently(
                user,
                method + " " + path,
                () -> {
                    var request =
                            request(random, user, service, path)
                                    .header("Idempotency-Key", "\"" + key + "\"")
                                    .header("Content-Type", "application/json")
                                    .method(method, body(body));
                    if (version != null) {
                        request.header("If-Match", "\"" + version + "\"");
                    }
                    return request.build();
                });
    }

    private HttpRequest.BodyPublisher body(Object body) {
        return body.equals(Map.of())
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(json.writeValueAsString(body));
    }

    Answer get(Random random, String user, Service service, String path, String purpose) {
        return patiently(
                user,
                "GET " + path,
                () ->
                        request(random, user, service, path)
                                .header("Homeward-Purpose", purpose)
                                .GET()
                                .build());
    }

    /** The status of a public page at one instance, 0 when it does not answer. */
    int page(String port, String path) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + system.port(port) + path))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Answer patiently(
            String user, String what, java.util.function.Supplier<HttpRequest> request) {
        long start = System.nanoTime();
        var last = "no answer";
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            try {
                var reply = Answer.of(http.send(request.get(), BodyHandlers.ofString()));
                diary.answered(
                        reply.status() + (reply.problem().isEmpty() ? "" : " " + reply.problem()));
                if (reply.status() == 500) {
                    diary.surprise(what + " was answered 500 " + reply.problem());
                }
                if (!LATER.contains(reply.status()) && !reply.problem().equals("in-progress")) {
                    return reply;
                }
                last = reply.status() + " " + reply.body();
                if (reply.status() == 401) {
                    tokens.remove(user);
                }
            } catch (IOException | Refusal away) {
                diary.answered("no answer");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        diary.surprise(what + " was not answered in " + PATIENCE + ", at last: " + last);
        return new Answer(0, JsonNodeFactory.instance.objectNode());
    }

    private HttpRequest.Builder request(Random random, String user, Service service, String path) {
        var token = tokens.computeIfAbsent(user, name -> signIn.person(name, password));
        var port = system.port(service.ports().get(random.nextInt(2)));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(12))
                .header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        http.close();
    }
}

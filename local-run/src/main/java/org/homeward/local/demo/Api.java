package org.homeward.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.homeward.local.Port;
import org.homeward.local.Ports;
import org.homeward.local.Refusal;
import org.homeward.local.Target;
import org.homeward.local.identity.SignIn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public APIs as staff apps use them: signed in by role, and patient. A command that got no
 * answer is sent again with its Idempotency-Key, so a service that dies in between costs time and
 * nothing else.
 */
final class Api implements AutoCloseable {

    /** Longer than a service needs to come back after kill -9 and a restart by hand. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Set<Integer> LATER = Set.of(401, 429, 500, 502, 503, 504);

    /** The same command has the same bytes in every run, or its key would be refused. */
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
    private final Map<String, String> tokens = new HashMap<>();
    private final Target target;
    private final Ports ports;
    private final SignIn signIn;
    private final String password;

    Api(Target target) {
        this.target = target;
        this.ports = target.ports();
        this.signIn = new SignIn(target.issuer());
        this.password = target.secrets().demoPassword();
    }

    /** A command; repeated with the same key until it is answered. */
    Answer command(
            String user,
            String method,
            Port service,
            String path,
            String key,
            @Nullable Long version,
            @Nullable Object body) {
        return patiently(
                user,
                () -> {
                    var request =
                            request(user, service, path)
                                    .header("Idempotency-Key", "\"" + key + "\"")
                                    .header("Content-Type", "application/json")
                                    .method(
                                            method,
                                            body == null
                                                    ? BodyPublishers.noBody()
                                                    : BodyPublishers.ofString(
                                                            json.writeValueAsString(body)));
                    if (version != null) {
                        request.header("If-Match", "\"" + version + "\"");
                    }
                    return request.build();
                });
    }

    /** A question that is asked by POST because it has a body or must not be repeated by caches. */
    Answer ask(String user, Port service, String path, String purpose) {
        return patiently(
                user,
                () ->
                        request(user, service, path)
                                .header("Homeward-Purpose", purpose)
                                .POST(BodyPublishers.noBody())
                                .build());
    }

    Answer get(String user, Port service, String path, @Nullable String purpose) {
        return patiently(
                user,
                () -> {
                    var request = request(user, service, path);
                    if (purpose != null) {
                        request.header("Homeward-Purpose", purpose);
                    }
                    return request.GET().build();
                });
    }

    /**
     * All items of a list, however many pages they fill.
     *
     * @param path without a query
     */
    List<JsonNode> all(String user, Port service, String path) {
        var items = new ArrayList<JsonNode>();
        var query = "";
        do {
            var page = get(user, service, path + "?limit=100" + query, null);
            if (!page.isDone()) {
                throw new Refusal(path + " was refused: " + page.status());
            }
            page.body().path("items").forEach(items::add);
            query = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
        } while (!query.isEmpty());
        return items;
    }

    /** Asks until the answer is what is waited for: the effect of an event in another service. */
    Answer waitFor(
            String what,
            String user,
            Port service,
            String path,
            @Nullable String purpose,
            Predicate<Answer> come) {
        return waitFor(what, () -> get(user, service, path, purpose), come);
    }

    /** The same of whatever asks, or tries. */
    Answer waitFor(String what, Supplier<Answer> asking, Predicate<Answer> come) {
        long start = System.nanoTime();
        while (true) {
            var answer = asking.get();
            if (come.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new Refusal(
                        "Waited in vain for " + what + "; the last answer was " + answer.status());
            }
            pause();
        }
    }

    /** How many mails the catcher holds; it forgets them when it ends. */
    int caught() {
        return json.readTree(read(target.caught()).body()).size();
    }

    /** Status and text of a public page, as anybody reads it. */
    HttpResponse<String> page(String path) {
        return read(ports.url(Port.STORY) + path);
    }

    private HttpResponse<String> read(String address) {
        long start = System.nanoTime();
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build();
        while (true) {
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (IOException away) {
                giveUpAfter(start, address);
                pause();
            } catch (InterruptedException _) {
                throw interrupted();
            }
        }
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private Answer patiently(String user, Supplier<HttpRequest> request) {
        long start = System.nanoTime();
        while (true) {
            try {
                var answer = Answer.of(http.send(request.get(), BodyHandlers.ofString()));
                if (!LATER.contains(answer.status()) && !answer.problem().equals("in-progress")) {
                    return answer;
                }
                if (answer.status() == 401) {
                    tokens.remove(user);
                }
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    return answer;
                }
            } catch (IOException away) {
                giveUpAfter(start, "an answer");
            } catch (InterruptedException _) {
                throw interrupted();
            }
            pause();
        }
    }

    private HttpRequest.Builder request(String user, Port service, String path) {
        var token = tokens.computeIfAbsent(user, name -> signIn.person(name, password));
        return HttpRequest.newBuilder(URI.create(ports.url(service) + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private static void giveUpAfter(long start, String what) {
        if (System.nanoTime() - start > TimeUnit.NANOSECONDS.convert(PATIENCE)) {
            throw new Refusal("Waited in vain for " + what + ": is ./homeward up?");
        }
    }

    private static Refusal interrupted() {
        Thread.currentThread().interrupt();
        return new Refusal("Interrupted.");
    }

    @Override
    public void close() {
        http.close();
    }
}

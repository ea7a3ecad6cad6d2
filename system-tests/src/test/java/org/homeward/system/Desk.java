package org.homeward.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.local.Home;
import org.homeward.local.MachineClient;
import org.homeward.local.identity.SignIn;
import org.homeward.system.MarkedPeople.Seen;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and does what a member of staff may, and reads what anybody may. */
final class Desk implements AutoCloseable {

    private static final int OK = 200;
    private static final int AWAY = 503;

    /** Before it ends, which it does after a quarter of an hour. */
    private static final Duration TOKEN_IS_OLD = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private record Token(String text, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < TOKEN_IS_OLD.toNanos();
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Descriptions descriptions = new Descriptions();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Markers markers = new Markers();
    private final Set<Seen> seen = new HashSet<>();
    private final LocalSystem system;

    Desk(LocalSystem system) {
        this.system = system;
    }

    /** What is looked for in every answer. */
    Markers markers() {
        return markers;
    }

    /** The answer to who may read it. */
    JsonNode read(String user, String service, String path, String purpose) {
        return JsonMapper.shared().readTree(ok(user, service, path, purpose).body());
    }

    /** Of what is read, as its ETag says. */
    long version(String user, String service, String path, String purpose) {
        var tag = ok(user, service, path, purpose).headers().firstValue("ETag").orElseThrow();
        return Long.parseLong(tag.replace("\"", ""));
    }

    private HttpResponse<String> ok(String user, String service, String path, String purpose) {
        var answer = get(user, service, path, purpose);
        if (answer.statusCode() != OK) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
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
        return send(request(user, service, path).header("Homeward-Purpose", purpose).build());
    }

    /** What somebody may do, done; under a key of its own. */
    JsonNode act(
            String user,
            String service,
            String path,
            @Nullable Long version,
            @Nullable Object content) {
        var answer = command(user, service, "POST", path, version, content);
        if (answer.statusCode() / 100 != OK / 100) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Somebody is erased, as soon as no news of grants may be under way. */
    void carryOut(String user, String erasure) {
        await(
                "an erasure to be carried out",
                () -> {
                    var path = erasure + "/execution";
                    var answer = command(user, "BENEFICIARY", "POST", path, 1L, null);
                    if (answer.statusCode() != OK && answer.statusCode() != AWAY) {
                        throw new AssertionError(path + ": " + answer.body());
                    }
                    return answer.statusCode() == OK;
                });
    }

    /** The same, whatever comes of it. */
    HttpResponse<String> command(
            String user,
            String service,
            String method,
            String path,
            @Nullable Long version,
            @Nullable Object content) {
        var request =
                request(user, service, path)
                        .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (content == null) {
            return send(request.method(method, BodyPublishers.noBody()).build());
        }
        var body = JsonMapper.shared().writeValueAsBytes(content);
        sending(body);
        return send(
                request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build());
    }

    /** What is sent, by somebody else too. */
    void sending(byte[] body) {
        sent.writeBytes(body);
    }

    /** All that was sent to have something done. */
    byte[] sent() {
        return sent.toByteArray();
    }

    /**
     * With the token of a member of staff, or of a machine.
     *
     * @param path with its query
     */
    HttpRequest.Builder request(String user, String service, String path) {
        var token = tokens.get(user);
        if (token == null || !token.isFresh()) {
            token = new Token(signIn(user), System.nanoTime());
            tokens.put(user, token);
        }
        return HttpRequest.newBuilder(uri(service, path))
                .header("Authorization", "Bearer " + token.text());
    }

    /** Everybody, after the identity provider was started again: it has another key then. */
    void signInAnew() {
        tokens.clear();
    }

    private String signIn(String user) {
        var secrets = new Home(system.project()).secrets();
        var identity = new SignIn("http://127.0.0.1:" + system.port("IDENTITY"));
        return MachineClient.find(user).isPresent()
                ? identity.machine(user, secrets.read(secrets.client(user)))
                : identity.person(user, secrets.demoPassword());
    }

    /** Asks again and again until it has come. */
    void await(String what, BooleanSupplier come) {
        long start = System.nanoTime();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("waited in vain for " + what);
            }
        }
    }

    /** A page of the public site. */
    HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(uri("STORY", path)).build());
    }

    private URI uri(String service, String path) {
        return URI.create("http://127.0.0.1:" + system.port(service) + path);
    }

    /** What came of all that was asked here. */
    Descriptions descriptions() {
        return descriptions;
    }

    /** An answer to somebody else. */
    void hear(HttpResponse<byte[]> answer) {
        compare(answer, new String(answer.body(), StandardCharsets.UTF_8));
        look(answer, answer.body());
    }

    private void compare(HttpResponse<?> answer, String body) {
        var asked = answer.request();
        var type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        service(asked)
                .ifPresent(
                        service ->
                                descriptions.compare(
                                        service,
                                        asked.method(),
                                        asked.uri().getPath(),
                                        answer.statusCode(),
                                        type,
                                        body));
    }

    private Optional<String> service(HttpRequest asked) {
        return Contract.SERVICES.stream()
                .filter(service -> asked.uri().getPort() == system.port(service))
                .findFirst();
    }

    private void look(HttpResponse<?> answer, byte[] body) {
        var found = seenIn(answer, body);
        synchronized (seen) {
            seen.addAll(found);
        }
    }

    /** What is personal of the marked people in an answer of a service. */
    Set<Seen> seenIn(HttpResponse<?> answer, byte[] body) {
        var asked = answer.request();
        return service(asked)
                .map(
                        service ->
                                Stream.of(markers.in("" + answer.headers().map()), markers.in(body))
                                        .flatMap(Set::stream)
                                        .map(
                                                what ->
                                                        new Seen(
                                                                who(asked),
                                                                where(service, asked),
                                                                what))
                                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** As the description names it, or the path alone where nobody describes it. */
    private String where(String service, HttpRequest asked) {
        var path = asked.uri().getPath();
        var where = descriptions.at(service, asked.method(), path).map(Contract::path).orElse(path);
        return asked.method().equals("GET") ? where : asked.method() + " " + where;
    }

    /** Whose token it is; nobody's where there is none. */
    private static String who(HttpRequest asked) {
        return asked.headers()
                .firstValue("Authorization")
                .map(bearer -> Base64.getUrlDecoder().decode(bearer.split("\\.", -1)[1]))
                .map(claims -> JsonMapper.shared().readTree(claims).path("sub").asString())
                .orElse("");
    }

    /** All that was personal in what was answered here, to whoever it was. */
    Set<Seen> seen() {
        synchronized (seen) {
            return Set.copyOf(seen);
        }
    }

    HttpResponse<String> send(HttpRequest request) {
        var answer = send(request, BodyHandlers.ofString());
        compare(answer, answer.body());
        look(answer, answer.body().getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    /** Of what may be no text. */
    HttpResponse<byte[]> bytes(HttpRequest request) {
        var answer = send(request, BodyHandlers.ofByteArray());
        hear(answer);
        return answer;
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
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

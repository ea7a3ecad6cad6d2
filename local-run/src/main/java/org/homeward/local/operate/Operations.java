package org.homeward.local.operate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.homeward.local.Port;
import org.homeward.local.Ports;
import org.homeward.local.Refusal;
import org.homeward.local.Target;
import org.homeward.local.identity.SignIn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The services' endpoints for operators and auditors, called as one of them. */
public final class Operations implements AutoCloseable {

    static final List<Port> SERVICES =
            List.of(Port.BENEFICIARY, Port.GRANT, Port.STORY, Port.NOTIFICATION);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final Ports ports;
    private final Supplier<String> signIn;
    private String token;

    public Operations(Target target, String username, String password) {
        this.ports = target.ports();
        this.signIn = () -> new SignIn(target.issuer()).person(username, password);
        this.token = signIn.get();
    }

    static String name(Port service) {
        return service.name().toLowerCase(Locale.ROOT) + "-service";
    }

    /** All items of a list, however many pages they fill. */
    List<JsonNode> all(Port service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String query = "?limit=100";
        while (!query.isEmpty()) {
            JsonNode page = get(service, path + query);
            page.path("items").forEach(items::add);
            String next = page.path("next").asString("");
            query = next.isEmpty() ? "" : "?limit=100&cursor=" + next;
        }
        return items;
    }

    JsonNode get(Port service, String path) {
        return find(service, path)
                .orElseThrow(() -> new Refusal(name(service) + " knows no " + path));
    }

    /** Empty when the service does not know it. */
    Optional<JsonNode> find(Port service, String path) {
        return send(service, request(service, path).GET().build());
    }

    JsonNode post(Port service, String path, @Nullable Map<String, String> body) {
        return post(service, path, body, PATIENCE);
    }

    /**
     * For what takes as long as there is data: waits for the answer for a day, and signs in for it,
     * for a token lives shorter than the one before it may have taken.
     */
    JsonNode postPatiently(Port service, String path) {
        token = signIn.get();
        return post(service, path, null, Duration.ofDays(1));
    }

    private JsonNode post(
            Port service, String path, @Nullable Map<String, String> body, Duration patience) {
        HttpRequest request =
                request(service, path)
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .POST(
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
        return send(service, request)
                .orElseThrow(() -> new Refusal(name(service) + " knows no " + path));
    }

    private HttpRequest.Builder request(Port service, String path) {
        return HttpRequest.newBuilder(URI.create(ports.url(service) + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private Optional<JsonNode> send(Port service, HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            JsonNode body =
                    answer.body().isEmpty()
                            ? JsonNodeFactory.instance.objectNode()
                            : json.readTree(answer.body());
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            if (answer.statusCode() / 100 != 2) {
                throw new Refusal(
                        "%s refuses (%d): %s"
                                .formatted(
                                        name(service),
                                        answer.statusCode(),
                                        body.path("detail").asString("")));
            }
            return Optional.of(body);
        } catch (IOException away) {
            throw new Refusal(name(service) + " does not answer: ./homeward status");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

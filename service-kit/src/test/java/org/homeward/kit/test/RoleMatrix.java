package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.contracts.Event;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of a service's part of the role table, called without a token and with one of each
 * role. It is read from the table itself, not by the code that guards the service.
 */
public final class RoleMatrix {

    private static final String ANYONE = "anyone";
    private static final JsonNode TABLE = table();

    private RoleMatrix() {}

    /**
     * Calls all of them and prints how many calls that were. What a role may call is answered with
     * anything but a refusal of it or a failure, for the calls are empty and their ids unknown.
     *
     * @param base of the running service's URLs
     */
    public static void check(String service, String base) {
        var endpoints = endpoints(service);
        var callers = new ArrayList<@Nullable String>();
        callers.add(null);
        callers.addAll(TABLE.path("roles").propertyNames());
        var wrong = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            for (Endpoint endpoint : endpoints) {
                for (String role : callers) {
                    int status = call(http, base, endpoint, role);
                    if (!endpoint.isRight(role, status)) {
                        wrong.add(
                                "%s %s by %s: %d"
                                        .formatted(endpoint.method, endpoint.path, role, status));
                    }
                }
            }
        }
        System.out.printf(
                "%s: %d endpoints by %d roles and by nobody: %d calls%n",
                service, endpoints.size(), callers.size() - 1, endpoints.size() * callers.size());
        assertThat(endpoints).as("endpoints of " + service).hasSizeGreaterThan(10);
        assertThat(callers).as("roles").hasSizeGreaterThan(10);
        assertThat(wrong).as("answers that are not those of the table").isEmpty();
    }

    private record Endpoint(String method, String path, Set<String> roles) {

        boolean isRight(@Nullable String role, int status) {
            if (roles.contains(ANYONE) || (role != null && roles.contains(role))) {
                return status != 401 && status != 403 && status < 500;
            }
            return status == (role == null ? 401 : 403);
        }
    }

    private static List<Endpoint> endpoints(String service) {
        var endpoints = new ArrayList<Endpoint>();
        for (JsonNode entry : TABLE.path("services").path(service)) {
            for (var call : entry.properties()) {
                var parts = call.getKey().split(" ", 2);
                var path =
                        parts[1].replaceAll("\\{\\w+}", UUID.randomUUID().toString())
                                .replace("**", "whatever");
                endpoints.add(new Endpoint(parts[0], path, roles(call.getValue())));
            }
        }
        return endpoints;
    }

    private static Set<String> roles(JsonNode named) {
        return named.isArray()
                ? named.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : Set.of(named.asString());
    }

    private static int call(
            HttpClient http, String base, Endpoint endpoint, @Nullable String role) {
        var request =
                HttpRequest.newBuilder(URI.create(base + endpoint.path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(
                                endpoint.method,
                                endpoint.method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("{}"));
        if (role != null) {
            var token = TestTokens.shared().of("one-" + role, "mission", role);
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode table() {
        try (var yaml = Event.class.getResourceAsStream("access.yaml")) {
            return new JsonMapper().valueToTree(new Yaml().load(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

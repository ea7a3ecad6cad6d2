package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * Every endpoint of a service's part of the role table, called without a token, with one of each
 * role, with one of no role of the table, and with tokens of all roles that have one thing wrong.
 * It is read from the table itself, not by the code that guards the service.
 */
public final class RoleMatrix {

    private static final String ANYONE = "anyone";
    private static final JsonNode TABLE = table();

    private RoleMatrix() {}

    /** All roles of the table. */
    public static List<String> roles() {
        return List.copyOf(TABLE.path("roles").propertyNames());
    }

    /** Whether who has the role reaches records of the own organisation only. */
    static boolean isBoundToOrganisation(String role) {
        return TABLE.path("roles").path(role).path("organisations").asString("").equals("own");
    }

    /** What a role, or {@code anyone}, may call of a service, as the table writes it. */
    public static List<String> callsOf(String service, String role) {
        return endpoints(service).stream()
                .filter(endpoint -> endpoint.roles.contains(role))
                .map(Endpoint::call)
                .toList();
    }

    /**
     * Calls all of them and prints how many calls that were. What a role may call is answered with
     * anything but a refusal of it or a failure, for the calls are empty and their ids unknown. All
     * that is refused is refused with the same bytes: a refusal tells nothing of the endpoint.
     *
     * @param base of the running service's URLs
     */
    public static void check(String service, String base) {
        var endpoints = endpoints(service);
        var callers = callers();
        var wrong = new ArrayList<String>();
        var refusals = new HashMap<Integer, Set<String>>();
        try (var http = HttpClient.newHttpClient()) {
            for (Endpoint endpoint : endpoints) {
                for (Caller caller : callers) {
                    var answer = call(http, base, endpoint, caller);
                    if (!endpoint.isRight(caller, answer.statusCode())) {
                        wrong.add(
                                "%s by %s: %d"
                                        .formatted(
                                                endpoint.call, caller.name, answer.statusCode()));
                    }
                    if (endpoint.refuses(caller)) {
                        refusals.computeIfAbsent(answer.statusCode(), _ -> new HashSet<>())
                                .add(answer.body());
                    }
                }
            }
        }
        System.out.printf(
                "%s: %d endpoints by %d callers (%d roles): %d cells%n",
                service,
                endpoints.size(),
                callers.size(),
                roles().size(),
                endpoints.size() * callers.size());
        assertThat(endpoints).as("endpoints of " + service).hasSizeGreaterThan(10);
        assertThat(callers).as("callers").hasSizeGreaterThan(20);
        assertThat(wrong).as("answers that are not those of the table").isEmpty();
        assertThat(refusals).containsOnlyKeys(401, 403);
        assertThat(refusals.values())
                .as("one answer for each refusal")
                .allMatch(b -> b.size() == 1);
    }

    /** What the management port keeps to itself, whoever asks. */
    public static void checkManagement(String base) {
        var paths =
                List.of(
                        "",
                        "/env",
                        "/beans",
                        "/bindings",
                        "/channels",
                        "/conditions",
                        "/configprops",
                        "/heapdump",
                        "/threaddump",
                        "/loggers",
                        "/mappings",
                        "/metrics",
                        "/scheduledtasks",
                        "/shutdown",
                        "/sbom",
                        "/startup");
        var open = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            var health = new Endpoint("GET /actuator/health", "/actuator/health", Set.of(ANYONE));
            assertThat(call(http, base, health, Caller.NOBODY).statusCode()).isEqualTo(200);
            for (String path : paths) {
                for (String method : List.of("GET", "POST")) {
                    var endpoint =
                            new Endpoint(
                                    method + " /actuator" + path, "/actuator" + path, Set.of());
                    for (Caller caller : List.of(Caller.NOBODY, Caller.in("administrator"))) {
                        int status = call(http, base, endpoint, caller).statusCode();
                        if (status != 401 && status != 404) {
                            open.add("%s by %s: %d".formatted(endpoint.call, caller.name, status));
                        }
                    }
                }
            }
        }
        assertThat(open).isEmpty();
    }

    /**
     * @param token null for none
     * @param role of the table; null for none of them
     * @param good whether the token is
     */
    private record Caller(
            String name, @Nullable String token, @Nullable String role, boolean good) {

        static final Caller NOBODY = new Caller("nobody", null, null, true);

        static Caller in(String role) {
            var token = TestTokens.shared().of("one-" + role, "mission", role);
            return new Caller(role, token, role, true);
        }

        static Caller without(String name, List<String> roles) {
            var token = TestTokens.shared().of("one-without-role", "mission", roles, "*");
            return new Caller(name, token, null, true);
        }
    }

    private static List<Caller> callers() {
        var callers = new ArrayList<Caller>();
        callers.add(Caller.NOBODY);
        roles().forEach(role -> callers.add(Caller.in(role)));
        callers.add(Caller.without("no role", List.of()));
        callers.add(Caller.without("a role of nowhere", List.of("superuser", "*", ANYONE)));
        TestTokens.shared()
                .wrong(
                        claims ->
                                claims.claim("organisation", "mission")
                                        .claim("roles", roles())
                                        .claim("districts", List.of("*")))
                .forEach((what, token) -> callers.add(new Caller(what, token, null, false)));
        return callers;
    }

    /**
     * @param call as the table writes it
     * @param path with ids that nothing has
     */
    private record Endpoint(String call, String path, Set<String> roles) {

        String method() {
            return call.split(" ", 2)[0];
        }

        /** A token that is not good is refused by every endpoint, those for anyone as well. */
        boolean refuses(Caller caller) {
            return !caller.good
                    || (!roles.contains(ANYONE)
                            && (caller.role == null || !roles.contains(caller.role)));
        }

        boolean isRight(Caller caller, int status) {
            if (refuses(caller)) {
                return status == (caller.token == null || !caller.good ? 401 : 403);
            }
            return status != 401 && status != 403 && status < 500;
        }
    }

    private static List<Endpoint> endpoints(String service) {
        var endpoints = new ArrayList<Endpoint>();
        for (JsonNode entry : TABLE.path("services").path(service)) {
            for (var call : entry.properties()) {
                var path =
                        call.getKey()
                                .split(" ", 2)[1]
                                .replaceAll("\\{\\w+}", UUID.randomUUID().toString())
                                .replace("**", "whatever");
                endpoints.add(new Endpoint(call.getKey(), path, named(call.getValue())));
            }
        }
        return endpoints;
    }

    private static Set<String> named(JsonNode roles) {
        return roles.isArray()
                ? roles.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : Set.of(roles.asString());
    }

    private static HttpResponse<String> call(
            HttpClient http, String base, Endpoint endpoint, Caller caller) {
        var request =
                HttpRequest.newBuilder(URI.create(base + endpoint.path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(
                                endpoint.method(),
                                endpoint.method().equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("{}"));
        if (caller.token != null) {
            request.header("Authorization", "Bearer " + caller.token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
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

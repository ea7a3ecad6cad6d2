package org.homeward.kit.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeward.kit.sealing.KeyVault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every call of a service's part of the role table that names a record in its path, made for a
 * record that the caller does not reach and for one that does not exist: the answers are the same
 * to the byte, and so is what the database was asked for them. Nor does who is no auditor learn by
 * asking for a table of the audit whether there is such a record. The service runs with {@link
 * DatabaseCommands}.
 */
public final class ForeignMatrix {

    /** What operators of every service name: it is of no organisation and of no district. */
    public static final List<String> OPERATIONS =
            List.of(
                    "GET /ops/v1/parked/{id}",
                    "POST /ops/v1/parked/{id}/replay",
                    "POST /ops/v1/parked/{id}/discard",
                    "POST /ops/v1/projections/{id}/rebuild",
                    "POST /ops/v1/relay/held/{id}/release");

    /** What auditors alone are told of a record, as a table too; by the parameter that names it. */
    private static final Map<String, String> AUDIT =
            Map.of("/ops/v1/audit/changes", "aggregate", "/ops/v1/audit/reads", "record");

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> DIFFERENT_ANYWAY = List.of("Date", "Correlation-Id");

    private ForeignMatrix() {}

    /**
     * A call for a record that is there.
     *
     * @param line the call as the table writes it, and what is asked behind a {@code ?} if anything
     * @param ids for what stands in braces; the first is that of the record
     * @param body that is valid, and names the record or not; null for none
     * @param near a token that reaches it; null for the first role of the call, in {@code mission}
     *     and all districts
     * @param far tokens that do not, each the empty text for a call without one; if there are none,
     *     each role of the call in another district, and in another organisation if it is bound to
     *     its own
     */
    public record Reach(
            String line,
            List<Object> ids,
            @Nullable Object body,
            @Nullable String near,
            List<String> far) {

        public static Reach of(String line, Object... ids) {
            return new Reach(line, List.of(ids), null, null, List.of());
        }

        public Reach with(Object body) {
            return new Reach(line, ids, body, near, far);
        }

        /** Where something else decides than the organisation and the district. */
        public Reach by(String near, String... far) {
            return new Reach(line, ids, body, near, List.of(far));
        }

        private String call() {
            return line.split("\\?", 2)[0];
        }

        private String method() {
            return line.split(" ", 2)[0];
        }

        private String path(Object record) {
            var path = line.split(" ", 2)[1].replaceFirst("\\{\\w+}", record.toString());
            for (Object id : ids.subList(1, ids.size())) {
                path = path.replaceFirst("\\{\\w+}", id.toString());
            }
            return path;
        }

        private String near(List<String> roles) {
            return near == null ? token(roles.getFirst(), "mission", "*") : near;
        }

        private Map<String, String> strangers(Collection<String> roles) {
            var tokens = new TreeMap<String, String>();
            far.forEach(token -> tokens.put("stranger " + tokens.size(), token));
            if (far.isEmpty()) {
                for (String role : roles) {
                    tokens.put(role + " of elsewhere", token(role, "mission", "TJ-SU-AYNI"));
                    if (RoleMatrix.isBoundToOrganisation(role)) {
                        tokens.put(role + " of others", token(role, "hamdasti", "*"));
                    }
                }
            }
            return tokens;
        }
    }

    /**
     * Makes all of them and prints how many that were.
     *
     * @param base of the running service's URLs
     * @param vault of the service, which forgets the records' keys before each call: one that has
     *     to be asked for would tell that there is a record
     * @param reaches each of which finds its record, when it is made by who reaches it
     * @param without by the reason why nobody who may make them is a stranger to any record
     */
    public static void check(
            String service,
            String base,
            KeyVault vault,
            List<Reach> reaches,
            Map<String, List<String>> without) {
        var rolesOf = new TreeMap<String, List<String>>();
        for (String role :
                Stream.concat(RoleMatrix.roles().stream(), Stream.of("anyone")).toList()) {
            RoleMatrix.callsOf(service, role).stream()
                    .filter(call -> call.contains("{"))
                    .forEach(
                            call ->
                                    rolesOf.computeIfAbsent(call, _ -> new ArrayList<>())
                                            .add(role));
        }
        var left = without.values().stream().flatMap(List::stream).toList();
        var known = new ArrayList<>(left);
        known.addAll(new TreeSet<>(reaches.stream().map(Reach::call).toList()));
        assertThat(known)
                .as("calls that name a record, each tried or with a reason")
                .containsExactlyInAnyOrderElementsOf(rolesOf.keySet());

        var wrong = new ArrayList<String>();
        int tries = 0;
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var callers = new Callers(http, base, () -> forget(reaches, vault));
            for (Reach reach : reaches) {
                var roles = rolesOf.getOrDefault(reach.call(), List.of());
                for (var stranger : reach.strangers(roles).entrySet()) {
                    tries++;
                    var there = callers.seen(reach, reach.ids.getFirst(), stranger.getValue());
                    var missing = callers.seen(reach, UUID.randomUUID(), stranger.getValue());
                    if (there.status != 404 || there.commands.isEmpty() || !there.equals(missing)) {
                        wrong.add(
                                "%s by %s:%n  there   %s%n  missing %s"
                                        .formatted(
                                                reach.call(), stranger.getKey(), there, missing));
                    }
                }
            }
            // at the end, for these are answered and may change the record
            for (Reach reach : reaches) {
                var roles = rolesOf.getOrDefault(reach.call(), List.of());
                var found = callers.seen(reach, reach.ids.getFirst(), reach.near(roles));
                if (!found.isOfTheRecord()) {
                    wrong.add("%s by who reaches it:%n  %s".formatted(reach.call(), found));
                }
            }
            var record = reaches.isEmpty() ? UUID.randomUUID() : reaches.getFirst().ids.getFirst();
            wrong.addAll(tables(service, callers, record));
        }
        System.out.printf(
                "%s: %d calls name a record: %d made by strangers, %d times, and %d with a reason%n",
                service, rolesOf.size(), rolesOf.size() - left.size(), tries, left.size());
        assertThat(wrong).as("what is foreign and what does not exist").isEmpty();
    }

    /** The tables that are not refused to who is no auditor, or not as everything is. */
    private static List<String> tables(String service, Callers callers, Object record) {
        var wrong = new ArrayList<String>();
        AUDIT.forEach(
                (path, parameter) -> {
                    var others = new ArrayList<>(RoleMatrix.roles());
                    others.removeIf(
                            role -> RoleMatrix.callsOf(service, role).contains("GET " + path));
                    assertThat(others).hasSizeGreaterThan(5).doesNotContain("auditor");
                    for (String role : others) {
                        var token = token(role, "mission", "*");
                        var query = path + "?" + parameter + "=";
                        var there = callers.accepting("text/csv", query + record, token);
                        var missing =
                                callers.accepting("text/csv", query + UUID.randomUUID(), token);
                        var json = callers.accepting("application/json", query + record, token);
                        if (there.status != 403 || !there.equals(missing) || !there.equals(json)) {
                            wrong.add(
                                    "%s by %s:%n  table   %s%n  missing %s%n  JSON    %s"
                                            .formatted(path, role, there, missing, json));
                        }
                    }
                });
        return wrong;
    }

    /**
     * The same of one call that no {@link Reach} describes: where the id stands in the body or is
     * not the first in the path, or what is asked for is no record of its own.
     *
     * @param status as which it is answered
     * @param record that the caller does not reach
     * @param call of the caller, for an id
     */
    public static void looksTheSame(
            KeyVault vault, int status, UUID record, Function<UUID, Answer> call) {
        vault.forget(record);
        var there = DatabaseCommands.during(() -> call.apply(record));
        var missing = DatabaseCommands.during(() -> call.apply(UUID.randomUUID()));

        assertThat(there.answer().status()).as("%s", there.answer()).isEqualTo(status);
        assertThat(there.answer().body()).isEqualTo(missing.answer().body());
        assertThat(headers(there.answer().response()))
                .isEqualTo(headers(missing.answer().response()));
        assertThat(there.commands()).isNotEmpty().isEqualTo(missing.commands());
    }

    /** All but those that differ from answer to answer anyway. */
    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        headers.keySet().removeAll(DIFFERENT_ANYWAY);
        return headers;
    }

    private static void forget(List<Reach> reaches, KeyVault vault) {
        reaches.stream()
                .flatMap(reach -> reach.ids.stream())
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .forEach(vault::forget);
    }

    /** Nothing but the organisation and the district keeps who has it from a record. */
    private static String token(String role, String organisation, String district) {
        return TestTokens.shared()
                .sign(
                        claims ->
                                claims.subject("somebody-as-" + role)
                                        .claim("organisation", organisation)
                                        .claim("roles", List.of(role))
                                        .claim("districts", List.of(district))
                                        .claim("clearance", List.of("protection")));
    }

    /** An answer, and what was asked of the database for it. */
    private record Seen(
            int status, String body, Map<String, List<String>> headers, List<String> commands) {

        /** It is shown or changed, not in that state, or not of that version. */
        boolean isOfTheRecord() {
            return status / 100 == 2 || status == 409 || status == 412;
        }
    }

    private record Callers(HttpClient http, String base, Runnable forget) {

        Seen seen(Reach reach, Object record, String token) {
            var request = request(reach, record, token);
            if (reach.method().equals("GET")) {
                purpose(request);
            }
            forget.run();
            return watched(request);
        }

        /** What an auditor asks, of one media type. */
        Seen accepting(String type, String path, String token) {
            return watched(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Accept", type)
                            .header("Homeward-Purpose", "audit")
                            .header("Authorization", "Bearer " + token));
        }

        private Seen watched(HttpRequest.Builder request) {
            var watched = DatabaseCommands.during(() -> send(request));
            return new Seen(
                    watched.answer().statusCode(),
                    watched.answer().body(),
                    headers(watched.answer()),
                    watched.commands());
        }

        /** The version is stale for every record: it is not compared before the scope is. */
        private HttpRequest.Builder request(Reach reach, Object record, String token) {
            var request =
                    HttpRequest.newBuilder(URI.create(base + reach.path(record)))
                            .timeout(Duration.ofSeconds(30))
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("If-Match", "\"77\"");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            if (reach.body == null) {
                return request.method(reach.method(), BodyPublishers.noBody());
            }
            var body =
                    JSON.writeValueAsString(reach.body)
                            .replace(reach.ids.getFirst().toString(), record.toString());
            return request.header("Content-Type", "application/json")
                    .method(reach.method(), BodyPublishers.ofString(body));
        }

        /** As which the record may be read, which is told to who does not say it. */
        private void purpose(HttpRequest.Builder request) {
            var refused = send(request);
            if (refused.statusCode() == 400 && refused.body().contains("purposes")) {
                var purposes = JSON.readTree(refused.body()).path("purposes");
                request.header("Homeward-Purpose", purposes.path(0).asString());
            }
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return http.send(request.build(), BodyHandlers.ofString(ISO_8859_1));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}

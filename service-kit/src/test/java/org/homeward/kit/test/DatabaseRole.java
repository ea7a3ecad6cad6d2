package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the account of a service may do in its database, as {@code ops/mongo/roles.json} says. */
public final class DatabaseRole {

    private static final Path ROLES = Path.of("..", "ops", "mongo", "roles.json");
    private static final int SHADOWS = 8;

    private DatabaseRole() {}

    /**
     * Whether each projection of a running service, and what it is rebuilt in, may be dropped: else
     * an operator finds out when a rebuild fails.
     *
     * @param base of the service's URLs
     */
    public static void checkProjections(String service, String base)
            throws IOException, InterruptedException {
        var role = Document.parse(Files.readString(ROLES));
        Set<String> dropped =
                role.getList(service.replace("-service", ""), Document.class).stream()
                        .filter(
                                one ->
                                        one.getList("actions", String.class)
                                                .contains("dropCollection"))
                        .map(one -> one.get("resource", Document.class).getString("collection"))
                        .collect(Collectors.toSet());
        var token = TestTokens.shared().of("operator", "mission", List.of("administrator"), "*");
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(base + "/ops/v1/projections"))
                            .header("Authorization", "Bearer " + token)
                            .build();
            var answer = http.send(request, BodyHandlers.ofString());
            var wanted =
                    JsonMapper.shared()
                            .readTree(answer.body())
                            .valueStream()
                            .map(DatabaseRole::name)
                            .flatMap(DatabaseRole::withShadows)
                            .collect(Collectors.toSet());
            assertThat(wanted).as(answer.body()).isNotEmpty();
            assertThat(dropped).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    private static String name(JsonNode projection) {
        return projection.path("projection").asString();
    }

    private static Stream<String> withShadows(String projection) {
        return Stream.concat(
                Stream.of(projection),
                IntStream.range(0, SHADOWS).mapToObj(i -> projection + ".rebuild-" + i));
    }
}

package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.homeward.contracts.Event;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two duties that nobody has both of, as the published list names them.
 *
 * @param one what somebody does, or how somebody stands to the case
 * @param other what the same person is refused then, whatever roles that person has
 * @param problem as which it is refused
 */
public record TwoDuties(String one, String other, String problem) {

    private static final List<String> ROLES =
            List.copyOf(read("access.yaml").path("roles").propertyNames());

    /** All that are kept apart in a service. */
    public static List<TwoDuties> of(String service) {
        var pairs = new ArrayList<TwoDuties>();
        for (JsonNode rule : read("duties.yaml").path("services").path(service)) {
            for (JsonNode one : rule.path("who")) {
                for (JsonNode other : rule.path("never")) {
                    var problem = rule.path("refused").asString();
                    pairs.add(new TwoDuties(one.asString(), other.asString(), problem));
                }
            }
        }
        return pairs;
    }

    /** The token of somebody with every role there is, in all districts, cleared for protection. */
    public static String everyRole(String subject, String organisation) {
        assertThat(ROLES).contains("administrator").hasSizeGreaterThan(10);
        return TestTokens.shared()
                .sign(
                        claims ->
                                claims.subject(subject)
                                        .claim("organisation", organisation)
                                        .claim("roles", ROLES)
                                        .claim("districts", List.of("*"))
                                        .claim("clearance", List.of("protection")));
    }

    /**
     * Every 403 of a service's own is that of a pair in the list.
     *
     * @param catalogue what the service answers at {@code /problems}
     * @param others that have their reason in the caller's scope or in the record, not in what
     *     somebody did
     */
    public static void mustHaveAll(String service, JsonNode catalogue, String... others) {
        var ofDuties =
                catalogue
                        .valueStream()
                        .filter(problem -> problem.path("status").asInt() == 403)
                        .map(problem -> problem.path("type").asString())
                        .map(type -> type.replace("urn:homeward:problem:", ""))
                        .collect(Collectors.toSet());
        assertThat(ofDuties.remove("forbidden")).as("the kit's own, for want of a role").isTrue();
        for (String other : others) {
            assertThat(ofDuties.remove(other)).as(other).isTrue();
        }
        assertThat(ofDuties).isNotEmpty();
        assertThat(of(service)).extracting(TwoDuties::problem).containsAll(ofDuties);
    }

    /** As it stands in a report of tests. */
    @Override
    public String toString() {
        return "who %s never %s: %s".formatted(one, other, problem);
    }

    private static JsonNode read(String list) {
        try (var yaml = Event.class.getResourceAsStream(list)) {
            return new JsonMapper().valueToTree(new Yaml().load(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.homeward.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.homeward.local.MachineClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docker compose gives Keycloak, made from the table of roles and committed. */
class KeycloakRealmTest {

    private static final Path OPS = Path.of("..", "ops", "keycloak");

    @ParameterizedTest
    @CsvSource({"demo, true", "production, false"})
    void the_committed_realm_is_that_of_the_role_table(String name, boolean demo)
            throws IOException {
        isCommitted(name + ".json", new KeycloakRealm(demo).json());
    }

    /** A token without these mappers is refused by every service. */
    @Test
    void the_committed_client_of_a_partner_has_the_mappers_of_the_realms_own() throws IOException {
        JsonNode partner = JsonMapper.shared().readTree(KeycloakRealm.partner());
        JsonNode realm = JsonMapper.shared().readTree(new KeycloakRealm(true).json());

        isCommitted("partner-client.json", KeycloakRealm.partner());
        assertThat(partner.path("secret").isMissingNode()).isTrue();
        assertThat(realm.path("clients"))
                .filteredOn(client -> client.path("serviceAccountsEnabled").asBoolean())
                .isNotEmpty()
                .allSatisfy(
                        client -> {
                            for (String part :
                                    List.of(
                                            "protocolMappers",
                                            "defaultClientScopes",
                                            "publicClient",
                                            "standardFlowEnabled")) {
                                assertThat(partner.path(part)).isEqualTo(client.path(part));
                            }
                        });
    }

    private static void isCommitted(String name, String made) throws IOException {
        Path file = OPS.resolve(name);
        if (Boolean.getBoolean("homeward.write")) {
            Files.writeString(file, made);
        }

        assertThat(file)
                .as("run this test with -Dhomeward.write=true and look at the diff")
                .content()
                .isEqualTo(made);
    }

    @Test
    void where_people_are_really_served_nobody_is_invented() {
        JsonNode realm = JsonMapper.shared().readTree(new KeycloakRealm(false).json());

        assertThat(realm.path("users").findValuesAsString("serviceAccountClientId"))
                .containsExactlyInAnyOrder("story-service", "notification-service");
        assertThat(realm.path("clients").findValuesAsString("clientId"))
                .doesNotContain("partner-hamdasti");
    }

    @Test
    void no_secret_stands_in_the_realm_and_each_is_handed_over_at_the_start() throws IOException {
        JsonNode realm = JsonMapper.shared().readTree(new KeycloakRealm(true).json());

        assertThat(realm.path("clients").findValuesAsString("secret"))
                .hasSameSizeAs(MachineClient.ALL)
                .allSatisfy(KeycloakRealmTest::isHandedOver);
        assertThat(realm.path("users").findValuesAsString("value"))
                .hasSameSizeAs(DemoUsers.load().all())
                .allSatisfy(KeycloakRealmTest::isHandedOver);
    }

    private static void isHandedOver(String placeholder) throws IOException {
        assertThat(placeholder).matches("\\$\\{[A-Z_]+}");
        String name = placeholder.substring(2, placeholder.length() - 1);
        assertThat(Files.readString(OPS.resolve("start.sh")))
                .containsPattern("(?m)^" + name + "=\\$\\(secret ")
                .containsPattern("(?m)^export .*\\b" + name + "\\b");
    }
}

package org.homeward.local.identity;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.local.MachineClient;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The realm of Keycloak: the roles of the one table, the clients of this system, and tokens that
 * say what those of the local identity server say.
 *
 * @param demo with the invented users and the partner's machine
 */
record KeycloakRealm(boolean demo) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    /** As Keycloak imports it; {@code ${...}} it fills in from its environment. */
    String json() {
        var realm = new TreeMap<String, Object>();
        realm.put("realm", "homeward");
        realm.put("displayName", "Homeward");
        realm.put("enabled", true);
        realm.put("registrationAllowed", false);
        realm.put("bruteForceProtected", true);
        realm.put("passwordPolicy", "length(12) and notUsername");
        realm.put("accessTokenLifespan", Clients.TOKEN.toSeconds());
        realm.put("components", Map.of("org.keycloak.userprofile.UserProfileProvider", profile()));
        realm.put("roles", Map.of("realm", roles()));
        realm.put(
                "clients",
                Stream.concat(
                                Clients.FOR_PEOPLE.stream().map(KeycloakRealm::forPeople),
                                machines().map(client -> machine(client.id())))
                        .toList());
        realm.put(
                "users",
                Stream.concat(
                                machines().map(KeycloakRealm::account),
                                demo
                                        ? DemoUsers.load().all().stream().map(KeycloakRealm::user)
                                        : Stream.empty())
                        .toList());
        return JSON.writeValueAsString(realm) + "\n";
    }

    /** For the machine of a partner who comes later: to be imported by hand. */
    static String partner() {
        var client = machine("partner-NAME");
        client.remove("secret"); // Keycloak draws it
        return JSON.writeValueAsString(client) + "\n";
    }

    private Stream<MachineClient> machines() {
        return MachineClient.ALL.stream().filter(client -> demo || isService(client));
    }

    private static boolean isService(MachineClient client) {
        return client.role().startsWith("service-");
    }

    private static List<Map<String, Object>> roles() {
        try (InputStream in =
                KeycloakRealm.class.getResourceAsStream("/org/homeward/contracts/access.yaml")) {
            Map<String, Map<String, Map<String, String>>> table =
                    new Yaml(new LoaderOptions()).load(requireNonNull(in));
            var roles = new ArrayList<Map<String, Object>>();
            requireNonNull(table.get("roles"))
                    .forEach(
                            (name, role) ->
                                    roles.add(
                                            Map.of(
                                                    "name",
                                                    name,
                                                    "description",
                                                    requireNonNull(role.get("does")))));
            return roles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Public and with PKCE; on the loopback address any port is as good. */
    private static Map<String, Object> forPeople(String id) {
        var client = client(id);
        client.put("publicClient", true);
        client.put("standardFlowEnabled", true);
        client.put("serviceAccountsEnabled", false);
        client.put("redirectUris", List.of(Clients.REDIRECT));
        client.put("attributes", Map.of("pkce.code.challenge.method", "S256"));
        return client;
    }

    private static Map<String, Object> machine(String id) {
        var client = client(id);
        client.put("publicClient", false);
        client.put("standardFlowEnabled", false);
        client.put("serviceAccountsEnabled", true);
        client.put("secret", secret(id));
        return client;
    }

    /** The name under which ops/keycloak/start.sh hands it over. */
    private static String secret(String id) {
        return "${SECRET_" + id.toUpperCase(Locale.ROOT).replace('-', '_') + "}";
    }

    private static Map<String, Object> client(String id) {
        var client = new TreeMap<String, Object>();
        client.put("clientId", id);
        client.put("enabled", true);
        client.put("directAccessGrantsEnabled", false);
        client.put("implicitFlowEnabled", false);
        client.put("fullScopeAllowed", true);
        client.put("defaultClientScopes", List.of("basic"));
        client.put("optionalClientScopes", List.of("profile", "email"));
        client.put(
                "protocolMappers",
                List.of(
                        mapper(
                                "audience",
                                "oidc-audience-mapper",
                                Map.of("included.custom.audience", Claims.AUDIENCE)),
                        mapper(
                                "roles",
                                "oidc-usermodel-realm-role-mapper",
                                Map.of("claim.name", "roles", "multivalued", "true")),
                        attribute("organisation", false),
                        attribute("districts", true),
                        attribute("clearance", true),
                        property("email", "email", "String"),
                        property("email_verified", "emailVerified", "boolean")));
        return client;
    }

    private static Map<String, Object> attribute(String name, boolean many) {
        return mapper(
                name,
                "oidc-usermodel-attribute-mapper",
                Map.of("claim.name", name, "user.attribute", name, "multivalued", "" + many));
    }

    private static Map<String, Object> property(String claim, String name, String type) {
        return mapper(
                claim,
                "oidc-usermodel-property-mapper",
                Map.of("claim.name", claim, "user.attribute", name, "jsonType.label", type));
    }

    private static Map<String, Object> mapper(
            String name, String kind, Map<String, String> settings) {
        var config = new TreeMap<>(settings);
        config.put("access.token.claim", "true");
        config.put("id.token.claim", "false");
        return Map.of(
                "name", name,
                "protocol", "openid-connect",
                "protocolMapper", kind,
                "config", config);
    }

    /** Who a machine is when it calls in its own name. */
    private static Map<String, Object> account(MachineClient client) {
        return Map.of(
                "id", client.id(),
                "username", "service-account-" + client.id(),
                "enabled", true,
                "serviceAccountClientId", client.id(),
                "realmRoles", List.of(client.role()),
                "attributes",
                        Map.of(
                                "organisation",
                                List.of(client.organisation()),
                                "districts",
                                List.of("*")));
    }

    /** The id is the name, as locally; whoever Keycloak takes in later gets a random one. */
    private static Map<String, Object> user(DemoUser user) {
        var name = user.name().split(" ", 2);
        return Map.of(
                "id", user.username(),
                "username", user.username(),
                "enabled", true,
                "firstName", name[0],
                "lastName", name[1],
                "email", user.email(),
                "emailVerified", true,
                "credentials", List.of(Map.of("type", "password", "value", "${DEMO_PASSWORD}")),
                "realmRoles", user.roles(),
                "attributes",
                        Map.of(
                                "organisation",
                                List.of(user.organisation()),
                                "districts",
                                user.districts(),
                                "clearance",
                                user.clearance()));
    }

    /** Where people work and what they may see is for administrators to say, not for themselves. */
    private static List<Map<String, Object>> profile() {
        var attributes =
                List.of(
                        declared("username", "admin", Map.of("length", Map.of("min", 3))),
                        declared("email", "admin", Map.of("email", Map.of())),
                        declared("firstName", "user", Map.of("length", Map.of("max", 100))),
                        declared("lastName", "user", Map.of("length", Map.of("max", 100))),
                        declared("organisation", "admin", Map.of("length", Map.of("max", 30))),
                        declared("districts", "admin", Map.of("length", Map.of("max", 30))),
                        declared("clearance", "admin", Map.of("length", Map.of("max", 30))));
        var config = JSON.writeValueAsString(Map.of("attributes", attributes));
        return List.of(
                Map.of(
                        "providerId",
                        "declarative-user-profile",
                        "config",
                        Map.of("kc.user.profile.config", List.of(config))));
    }

    private static Map<String, Object> declared(
            String name, String editor, Map<String, Object> validations) {
        return Map.of(
                "name", name,
                "displayName", name,
                "multivalued", List.of("districts", "clearance").contains(name),
                "permissions",
                        Map.of(
                                "view",
                                List.of("admin", "user"),
                                "edit",
                                editor.equals("user")
                                        ? List.of("admin", "user")
                                        : List.of("admin")),
                "validations", validations);
    }
}

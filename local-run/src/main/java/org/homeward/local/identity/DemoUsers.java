package org.homeward.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.local.Refusal;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The people of {@code demo-users.yaml}, checked against the one table of roles. */
public final class DemoUsers {

    private static final String USERS = "/demo-users.yaml";
    private static final String ACCESS = "/org/homeward/contracts/access.yaml";

    private final List<DemoUser> users;

    private DemoUsers(List<DemoUser> users) {
        this.users = users;
    }

    public static DemoUsers load() {
        DemoUsers all =
                new DemoUsers(
                        mappings(read(USERS).orElseThrow(), "users").stream()
                                .map(DemoUsers::user)
                                .toList());
        read(ACCESS).ifPresent(all::demandRolesOf);
        return all;
    }

    public List<DemoUser> all() {
        return users;
    }

    public Optional<DemoUser> find(String username) {
        return users.stream().filter(user -> user.username().equals(username)).findFirst();
    }

    private void demandRolesOf(Map<?, ?> access) {
        Set<?> known = access.get("roles") instanceof Map<?, ?> roles ? roles.keySet() : Set.of();
        Set<String> unknown =
                users.stream()
                        .flatMap(user -> user.roles().stream())
                        .filter(role -> !known.contains(role))
                        .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    "demo-users.yaml has roles that access.yaml does not know: " + unknown);
        }
    }

    private static Optional<Map<?, ?>> read(String resource) {
        try (InputStream in = DemoUsers.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoUser user(Map<?, ?> entry) {
        return new DemoUser(
                text(entry.get("username")),
                text(entry.get("name")),
                text(entry.get("organisation")),
                texts(entry.get("roles")),
                texts(entry.get("districts")),
                texts(entry.get("clearance")));
    }

    private static List<Map<?, ?>> mappings(Map<?, ?> root, String key) {
        return root.get(key) instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList()
                : List.of();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new Refusal("demo-users.yaml: username, name and organisation are needed");
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}

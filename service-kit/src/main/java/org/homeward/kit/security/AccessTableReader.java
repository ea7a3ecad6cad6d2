package org.homeward.kit.security;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads the role table, strictly: a role or a word it does not know is a mistake, never a wider
 * door.
 */
final class AccessTableReader {

    private static final Set<HttpMethod> METHODS =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE);

    /** What every service offers by the kit itself. */
    private static final List<String> KIT = List.of("GET /problems", "GET /v3/api-docs");

    private final Map<String, Role> roles = new HashMap<>();

    private AccessTableReader() {}

    /**
     * @param service whose section of the table is wanted
     */
    static AccessTable read(InputStream yaml, String service) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<?, ?> table = map(new Yaml(new SafeConstructor(options)).load(yaml), "the role table");
        AccessTableReader reader = new AccessTableReader();
        map(table.get("roles"), "roles").forEach((name, role) -> reader.role(text(name), role));
        List<Endpoint> endpoints = new ArrayList<>();
        KIT.forEach(call -> endpoints.add(reader.endpoint(call, "anyone")));
        for (Object entry : list(map(table.get("services"), "services").get(service), service)) {
            map(entry, "an entry of " + service)
                    .forEach((call, who) -> endpoints.add(reader.endpoint(text(call), who)));
        }
        return new AccessTable(endpoints);
    }

    private void role(String name, @Nullable Object role) {
        String organisations = text(map(role, name).get("organisations"));
        if (!organisations.equals("own") && !organisations.equals("all")) {
            throw mistake(name + ": organisations is 'own' or 'all', not '" + organisations + "'");
        }
        roles.put(name, new Role(name, organisations.equals("all")));
    }

    private Endpoint endpoint(String call, @Nullable Object who) {
        String[] words = call.split(" ", -1);
        HttpMethod method = HttpMethod.valueOf(words[0]);
        if (words.length != 2 || !METHODS.contains(method) || !words[1].startsWith("/")) {
            throw mistake("'" + call + "' is no 'METHOD /path'");
        }
        var path = PathPatternParser.defaultInstance.parse(words[1]);
        if ("anyone".equals(who)) {
            return new Endpoint(method, path, Set.of(), true);
        }
        Set<Role> allowed = new LinkedHashSet<>();
        for (Object name : list(who, call)) {
            Role role = roles.get(text(name));
            if (role == null) {
                throw mistake(call + ": no such role: " + name);
            }
            allowed.add(role);
        }
        if (allowed.isEmpty()) {
            throw mistake(call + ": nobody may call it");
        }
        return new Endpoint(method, path, allowed, false);
    }

    private static Map<?, ?> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw mistake(what + " is missing or no map");
    }

    private static List<?> list(@Nullable Object value, String what) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw mistake(what + " is missing or no list");
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw mistake("'" + value + "' is no text");
    }

    private static IllegalStateException mistake(String what) {
        return new IllegalStateException("Role table: " + what);
    }
}

package org.homeward.local.identity;

import java.net.CookieHandler;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one sign-in at one issuer. Those marked as secure go back over plain HTTP too: on
 * the loopback address browsers do the same, and Keycloak counts on it. The JDK's own store keeps
 * them back.
 */
final class Cookies extends CookieHandler {

    private final Map<String, String> values = new LinkedHashMap<>();

    @Override
    public synchronized Map<String, List<String>> get(
            URI address, Map<String, List<String>> headers) {
        if (values.isEmpty()) {
            return Map.of();
        }
        String all =
                values.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        return Map.of("Cookie", List.of(all));
    }

    @Override
    public synchronized void put(URI address, Map<String, List<String>> headers) {
        headers.forEach(
                (name, lines) -> {
                    if (name.equalsIgnoreCase("Set-Cookie")) {
                        lines.forEach(this::keep);
                    }
                });
    }

    private void keep(String line) {
        String[] cookie = line.split(";", 2)[0].split("=", 2);
        if (cookie.length == 2) {
            values.put(cookie[0].strip(), cookie[1].strip());
        }
    }
}

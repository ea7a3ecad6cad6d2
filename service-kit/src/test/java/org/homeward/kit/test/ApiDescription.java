package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of a service's API as it is committed under {@code docs/api}. It changes only on
 * purpose: {@code -Dhomeward.write=true} writes it anew, and never over a change that would break
 * clients; for that the old file has to be deleted by hand first.
 */
public final class ApiDescription {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    /** Words for people: they may change. */
    private static final Set<String> PROSE = Set.of("description", "summary", "title", "example");

    private ApiDescription() {}

    /**
     * Compares what a running service says of itself with what is committed.
     *
     * @param base of the service's URLs
     */
    public static void check(String service, String base) {
        var file = Path.of("..", "docs", "api", service + ".json");
        var now = ask(base);
        var before = Files.exists(file) ? read(file) : JSON.createObjectNode();
        assertThat(breakages(before, now, ""))
                .as("changes that break clients of " + service)
                .isEmpty();
        if (Boolean.getBoolean("homeward.write")) {
            write(file, now);
        }
        assertThat(text(now))
                .as(file + " (write it with -Dhomeward.write=true)")
                .isEqualTo(text(before.isEmpty() ? now : read(file)));
        assertThat(file).exists();
    }

    private static ObjectNode ask(String base) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(base + "/v3/api-docs")).build();
            var api =
                    (ObjectNode) JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            api.remove("servers");
            var paths = (ObjectNode) api.path("paths");
            // the programme clock exists in the local, demo and test profiles only
            List.copyOf(paths.propertyNames()).stream()
                    .filter(path -> path.startsWith("/local/"))
                    .forEach(paths::remove);
            return api;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * What a client written for the old description may stumble over: whatever is gone, has another
     * value, or has become required.
     */
    static List<String> breakages(JsonNode before, JsonNode now, String pointer) {
        var found = new ArrayList<String>();
        if (before.isObject() && now.isObject()) {
            before.propertyStream()
                    .filter(old -> !PROSE.contains(old.getKey()) || !old.getValue().isString())
                    .forEach(
                            old ->
                                    found.addAll(
                                            breakages(
                                                    old.getValue(),
                                                    now.path(old.getKey()),
                                                    pointer + "/" + old.getKey())));
            if (!before.has("required") && now.path("required").isArray() && !before.isEmpty()) {
                found.add(pointer + "/required: " + now.get("required"));
            }
        } else if (before.isArray() && now.isArray()) {
            elements(before, now, pointer, found);
        } else if (!before.equals(now)) {
            found.add(pointer + ": " + brief(before) + " is now " + brief(now));
        }
        return found;
    }

    private static void elements(
            JsonNode before, JsonNode now, String pointer, List<String> found) {
        for (var old : before) {
            var same = same(old, now);
            if (same.isMissingNode()) {
                found.add(pointer + ": " + brief(old) + " is gone");
            } else {
                found.addAll(breakages(old, same, pointer + "/" + brief(old)));
            }
        }
        for (var added : now) {
            boolean demanded =
                    pointer.endsWith("/required") || added.path("required").asBoolean(false);
            if (demanded && same(added, before).isMissingNode()) {
                found.add(pointer + ": " + brief(added) + " is demanded now");
            }
        }
    }

    /** The element that means the same: a parameter by its name, anything else by what it is. */
    private static JsonNode same(JsonNode element, JsonNode others) {
        return StreamSupport.stream(others.spliterator(), false)
                .filter(
                        other ->
                                element.has("name")
                                        ? element.get("name").equals(other.path("name"))
                                                && element.path("in").equals(other.path("in"))
                                        : element.equals(other))
                .findFirst()
                .orElseGet(() -> JSON.createObjectNode().path("none"));
    }

    private static String brief(JsonNode node) {
        return node.has("name") ? node.get("name").asString() : node.toString();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, JsonNode api) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(api));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(JsonNode api) throws JacksonException {
        return JSON.writeValueAsString(JSON.treeToValue(api, Object.class)) + "\n";
    }
}

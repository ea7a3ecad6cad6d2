package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that a service can be asked, as its committed description has it: what a client who
 * knows nothing else may send and has to expect.
 *
 * @param service as the ports name it
 * @param path with the names of its parameters in braces
 * @param says the operation of the description
 * @param api the whole description
 */
record Contract(String service, String method, String path, JsonNode says, JsonNode api) {

    private static final Path DESCRIPTIONS = Path.of("..", "docs", "api");

    /** What a list is answered as to who accepts that. */
    static final String TABLE = "text/csv";

    /** As the ports name them. */
    static final List<String> SERVICES = List.of("BENEFICIARY", "GRANT", "STORY", "NOTIFICATION");

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    /** All that the four services describe. */
    static List<Contract> all() {
        var all = new ArrayList<Contract>();
        for (var service : SERVICES) {
            var api = read(service.toLowerCase(Locale.ROOT) + "-service.json");
            for (var path : api.path("paths").propertyNames()) {
                var item = api.path("paths").path(path);
                METHODS.stream()
                        .filter(item::has)
                        .map(
                                method ->
                                        new Contract(
                                                service,
                                                method.toUpperCase(Locale.ROOT),
                                                path,
                                                item.path(method),
                                                api))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static JsonNode read(String file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(DESCRIPTIONS.resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Who may; nobody in particular where anybody may. */
    List<String> roles() {
        return says.path("x-roles").valueStream().map(JsonNode::asString).toList();
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Whether it stands for something that is done at most once under its key. */
    boolean isCommand() {
        return parameters("header")
                .anyMatch(one -> one.path("name").asString().equals("Idempotency-Key"));
    }

    /**
     * @param where {@code path}, {@code query} or {@code header}
     */
    Stream<JsonNode> parameters(String where) {
        return says.path("parameters")
                .valueStream()
                .filter(one -> one.path("in").asString().equals(where));
    }

    /** What a request has to say behind its path, the first of what is allowed; mostly nothing. */
    String query() {
        return parameters("query")
                .filter(one -> one.path("required").asBoolean())
                .map(
                        one ->
                                one.path("name").asString()
                                        + "="
                                        + one.path("schema")
                                                .path("pattern")
                                                .asString()
                                                .replaceAll("\\|.*", ""))
                .collect(Collectors.joining("&", "?", ""))
                .replaceAll("^\\?$", "");
    }

    /** For what it may be read; nothing where that is not asked. */
    List<String> purposes() {
        return parameters("header")
                .filter(one -> one.path("name").asString().equals("Homeward-Purpose"))
                .flatMap(one -> one.path("schema").path("enum").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    /** Of the body, where there is one. */
    Optional<JsonNode> schema() {
        var body = says.path("requestBody").path("content").path("application/json").path("schema");
        return body.isMissingNode() ? Optional.empty() : Optional.of(body);
    }

    /** What a part of the description refers to, or the part itself. */
    JsonNode resolve(JsonNode part) {
        return part.has("$ref") ? api.at(part.path("$ref").asString().substring(1)) : part;
    }

    /**
     * Whether such an answer was to be expected.
     *
     * @param type of what it holds, without parameters; empty where it holds nothing
     */
    boolean announces(int status, String type) {
        var answers = says.path("responses");
        if (!answers.has("" + status)) {
            return false;
        }
        var content = content(status);
        return type.isEmpty() ? content.isEmpty() : content.has(type);
    }

    /** Whether it can be had as a table too, by who accepts that. */
    boolean isTable() {
        return content(200).has(TABLE);
    }

    /** The schema of what an announced answer holds. */
    JsonNode answer(int status, String type) {
        return content(status).path(type).path("schema");
    }

    private JsonNode content(int status) {
        return resolve(says.path("responses").path("" + status)).path("content");
    }

    /**
     * Whether it is what is asked for at an address, if no other is there with fewer parameters.
     */
    boolean isAt(String where, String how, String address) {
        return service.equals(where)
                && method.equals(how)
                && address.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    @Override
    public String toString() {
        return method + " " + service + path;
    }
}

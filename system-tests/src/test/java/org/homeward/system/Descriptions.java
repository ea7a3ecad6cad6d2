package org.homeward.system;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the services describe, held against what they answer: each answer has a status, a media type
 * and a content that are described, and no member that is not. A member that may be missing may be
 * null; a problem may have more members, as RFC 9457 lets it.
 */
final class Descriptions {

    private static final int PER_CENT = 100;
    private static final String PROBLEM = "Problem";

    private final List<Contract> all =
            Contract.all().stream()
                    .sorted(Comparator.comparingInt(Descriptions::parameters))
                    .toList();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> done = new TreeSet<>();

    private static int parameters(Contract contract) {
        return (int) contract.path().chars().filter(c -> c == '{').count();
    }

    /**
     * Of what is asked for at an address that nobody describes nothing is said.
     *
     * @param type media type, without parameters; empty where nothing is answered
     */
    synchronized void compare(
            String service, String method, String path, int status, String type, String body) {
        at(service, method, path)
                .ifPresent(
                        contract -> {
                            faults.addAll(faults(contract, status, type, body));
                            if (status / PER_CENT == 2) {
                                done.add(contract.toString());
                            }
                        });
    }

    /** What is asked for at an address; of two that fit, the one with fewer parameters. */
    Optional<Contract> at(String service, String method, String path) {
        return all.stream().filter(one -> one.isAt(service, method, path)).findFirst();
    }

    /** What an answer has that is not described; without any value of it. */
    List<String> faults(Contract contract, int status, String type, String body) {
        var told = contract + ": " + status + " " + type;
        if (!contract.announces(status, type)) {
            return List.of(told + " is not announced");
        }
        if (!type.endsWith("json")) {
            return List.of();
        }
        return schemas
                .computeIfAbsent(
                        contract + " " + status,
                        _ -> schema(contract, contract.answer(status, type)))
                .validate(
                        body,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(
                        error ->
                                told
                                        + " at "
                                        + error.getInstanceLocation()
                                                .toString()
                                                .replaceAll("[0-9]+", "*")
                                        + ": "
                                        + error.getKeyword()
                                        + (error.getProperty() == null
                                                ? ""
                                                : " " + error.getProperty()))
                .toList();
    }

    private static Schema schema(Contract contract, JsonNode content) {
        var whole = (ObjectNode) strict(content);
        var parts = JsonNodeFactory.instance.objectNode();
        contract.api()
                .at("/components/schemas")
                .propertyStream()
                .forEach(
                        one ->
                                parts.set(
                                        one.getKey(),
                                        one.getKey().equals(PROBLEM)
                                                ? one.getValue()
                                                : strict(one.getValue())));
        whole.putObject("components").set("schemas", parts);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString());
    }

    private static JsonNode strict(JsonNode part) {
        if (part.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            part.valueStream().map(Descriptions::strict).forEach(array::add);
            return array;
        }
        if (!part.isObject()) {
            return part;
        }
        var object = JsonNodeFactory.instance.objectNode();
        part.propertyStream().forEach(one -> object.set(one.getKey(), strict(one.getValue())));
        if (part.path("type").asString("").equals("object") && part.has("properties")) {
            var required = part.path("required").valueStream().map(JsonNode::asString).toList();
            var properties = (ObjectNode) object.path("properties");
            for (var name : new ArrayList<>(properties.propertyNames())) {
                if (!required.contains(name)) {
                    var orNull = JsonNodeFactory.instance.objectNode();
                    orNull.putArray("anyOf")
                            .add(properties.path(name))
                            .addObject()
                            .put("type", "null");
                    properties.set(name, orNull);
                }
            }
            if (!object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
        return object;
    }

    synchronized Set<String> faults() {
        return new TreeSet<>(faults);
    }

    /** What is described and was never done, by nobody, as far as anybody looked. */
    synchronized Set<String> undone() {
        var undone = new TreeSet<String>();
        all.stream().map(Contract::toString).forEach(undone::add);
        undone.removeAll(done);
        return undone;
    }
}

package org.homeward.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What in a schema would break those who read by the released one, or the events that were written
 * by it: everything but further optional fields and other words. Within a version readers of any
 * age meet events of any age.
 *
 * <ul>
 *   <li>A field that is gone or renamed, or required no more: older readers miss it.
 *   <li>A field that is required now: the events that lie on the topic do not have it.
 *   <li>Another type, form, list of words or condition: wider ones break older readers, narrower
 *       ones the older events.
 * </ul>
 */
final class Evolution {

    private static final Set<String> WORDS = Set.of("title", "description", "$comment");

    private final List<String> breaks = new ArrayList<>();

    private Evolution() {}

    /** What breaks, in words; empty when the change is only additive. */
    static List<String> breaks(JsonNode released, JsonNode now) {
        var evolution = new Evolution();
        evolution.compare("", released, now);
        return List.copyOf(evolution.breaks);
    }

    private void compare(String path, JsonNode released, JsonNode now) {
        if (released.has("properties")) {
            properties(path, released.get("properties"), now.path("properties"));
            required(path, words(released.path("required")), words(now.path("required")));
        }
        var before = rules(released);
        var after = rules(now);
        before.forEach(
                (rule, value) -> {
                    if (!value.equals(after.get(rule))) {
                        breaks.add(path + ": '" + rule + "' is another or gone");
                    }
                });
        after.keySet().stream()
                .filter(rule -> !before.containsKey(rule))
                .forEach(rule -> breaks.add(path + ": '" + rule + "' is new"));
    }

    private void properties(String path, JsonNode released, JsonNode now) {
        for (Map.Entry<String, JsonNode> property : released.properties()) {
            String field = path + "/" + property.getKey();
            if (now.has(property.getKey())) {
                compare(field, property.getValue(), now.get(property.getKey()));
            } else {
                breaks.add(field + ": is gone");
            }
        }
    }

    private void required(String path, Set<String> released, Set<String> now) {
        released.stream()
                .filter(field -> !now.contains(field))
                .forEach(field -> breaks.add(path + "/" + field + ": is required no more"));
        now.stream()
                .filter(field -> !released.contains(field))
                .forEach(field -> breaks.add(path + "/" + field + ": is required now"));
    }

    /** What a validator would look at, fields and their necessity apart. */
    private static Map<String, JsonNode> rules(JsonNode schema) {
        var rules = new TreeMap<String, JsonNode>();
        for (Map.Entry<String, JsonNode> rule : schema.properties()) {
            if (!WORDS.contains(rule.getKey())) {
                rules.put(rule.getKey(), withoutWords(rule.getValue()));
            }
        }
        if (rules.containsKey("properties")) {
            rules.remove("properties");
            rules.remove("required");
        }
        return rules;
    }

    private static JsonNode withoutWords(JsonNode value) {
        JsonNode copy = value.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove(WORDS);
        }
        return copy;
    }

    private static Set<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }
}

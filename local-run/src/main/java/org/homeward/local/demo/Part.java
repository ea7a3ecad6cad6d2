package org.homeward.local.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.local.Refusal;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A part of the cases file that knows its line, so that a mistake can be pointed at. */
final class Part {

    private final String file;
    private final Node node;

    Part(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** A part that must be there. */
    Part at(String key) {
        return find(key).orElseThrow(() -> mistake("'" + key + "' is missing"));
    }

    Optional<Part> find(String key) {
        return tuples().stream()
                .filter(tuple -> key.equals(((ScalarNode) tuple.getKeyNode()).getValue()))
                .map(tuple -> new Part(file, tuple.getValueNode()))
                .findFirst();
    }

    List<String> keys() {
        return tuples().stream()
                .map(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue())
                .toList();
    }

    /** Refuses keys that nobody would read: most are misspelt. */
    Part only(String... keys) {
        var known = Set.of(keys);
        for (NodeTuple tuple : tuples()) {
            if (!known.contains(((ScalarNode) tuple.getKeyNode()).getValue())) {
                throw new Part(file, tuple.getKeyNode())
                        .mistake(
                                "'"
                                        + ((ScalarNode) tuple.getKeyNode()).getValue()
                                        + "' is not known here; known are "
                                        + String.join(", ", keys));
            }
        }
        return this;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw mistake("must be a text");
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException _) {
            throw mistake("must be a whole number");
        }
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw mistake("must be true or false");
        };
    }

    /** What this text names. */
    <T> T oneOf(Map<String, T> known) {
        var found = known.get(text());
        if (found == null) {
            throw mistake("must be one of " + String.join(", ", known.keySet()));
        }
        return found;
    }

    List<Part> items() {
        if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return list.getValue().stream().map(item -> new Part(file, item)).toList();
        }
        throw mistake("must be a list with something in it");
    }

    /** As it is sent: maps, lists, texts, numbers, truths. */
    @Nullable Object json() {
        if (node.isTwoStepsConstruction()) {
            throw mistake("contains itself");
        }
        return switch (node) {
            case MappingNode _ -> fields();
            case SequenceNode list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.getValue().forEach(item -> items.add(new Part(file, item).json()));
                yield items;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw mistake("can't be read");
        };
    }

    /** As {@link #json}, of a map, to which something may be added. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples()) {
            var key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (map.containsKey(key)) {
                throw new Part(file, tuple.getKeyNode()).mistake("'" + key + "' stands here twice");
            }
            map.put(key, new Part(file, tuple.getValueNode()).json());
        }
        return map;
    }

    /**
     * Not all that YAML takes for a number: {@code 1_000} or {@code 0x10} are more likely slips.
     */
    private BigDecimal decimal() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException _) {
            throw mistake("must be a number, or in quotes");
        }
    }

    private @Nullable Object scalar(ScalarNode scalar) {
        var tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) {
            return flag();
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return decimal();
        }
        return tag.equals(Tag.NULL) ? null : scalar.getValue();
    }

    /** The part that a JSON pointer of an API's answer leads to, or the nearest above it. */
    Part follow(String pointer) {
        Part here = this;
        for (var step : pointer.split("/", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            Part next = here.child(step);
            if (next == null) {
                return here;
            }
            here = next;
        }
        return here;
    }

    private @Nullable Part child(String step) {
        return switch (node) {
            case MappingNode _ -> find(step).orElse(null);
            case SequenceNode list ->
                    step.matches("\\d{1,4}") && Integer.parseInt(step) < list.getValue().size()
                            ? new Part(file, list.getValue().get(Integer.parseInt(step)))
                            : null;
            default -> null;
        };
    }

    Refusal mistake(String reason) {
        return new Refusal(file + ":" + (node.getStartMark().getLine() + 1) + ": " + reason);
    }

    private List<NodeTuple> tuples() {
        if (node instanceof MappingNode map
                && map.getValue().stream().allMatch(t -> t.getKeyNode() instanceof ScalarNode)) {
            return map.getValue();
        }
        throw mistake("must be a map");
    }
}

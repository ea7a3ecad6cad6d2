package org.homeward.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sample with one thing wrong: a field gone, or of a kind that it must not be. */
record Breakage(String what, ObjectNode json) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> WRONG =
            List.of(
                    "42",
                    "1.5",
                    "[]",
                    "{}",
                    "\"\"",
                    "\"Ҷамшед Раҳимов\"",
                    "\"Jamshed Rahimov, +992 93 555 12 34\"",
                    "\"2027-02-30\"",
                    "\"FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF\"");

    /** Every required field left out in turn, every field replaced by everything that is wrong. */
    static List<Breakage> of(Sample sample) {
        List<Breakage> all = new ArrayList<>();
        broken(sample.event(), "", sample.json(), sample.json(), all);
        return all;
    }

    private static void broken(
            Class<?> type, String above, ObjectNode whole, ObjectNode part, List<Breakage> all) {
        for (Field field : Field.of(type)) {
            String path = above + "/" + field.name();
            JsonNode value = part.get(field.name());
            if (field.isRequired()) {
                all.add(changed(whole, above, path + " left out", in -> in.remove(field.name())));
                all.add(changed(whole, above, path + " is null", in -> in.putNull(field.name())));
            }
            if (value instanceof ObjectNode inner) {
                broken(field.type(), path, whole, inner, all);
            }
            for (String wrong : wrong(field)) {
                all.add(
                        changed(
                                whole,
                                above,
                                path + " is " + wrong,
                                in -> in.set(field.name(), JSON.readTree(wrong))));
            }
        }
    }

    private static List<String> wrong(Field field) {
        if (field.type() == boolean.class) {
            return List.of("\"true\"", "0");
        }
        if (field.type() == int.class) {
            return List.of("-1", "1.5", "\"1\"", "true", "100001", "99999999999", "[1]", "{}");
        }
        return WRONG;
    }

    private static Breakage changed(
            ObjectNode whole, String above, String what, Consumer<ObjectNode> change) {
        ObjectNode copy = whole.deepCopy();
        change.accept((ObjectNode) copy.at(above));
        return new Breakage(what, copy);
    }

    /** A likely surprise: an id or code that is well formed is another, so nothing is wrong. */
    static ObjectNode harmless(Sample sample) {
        ObjectNode copy = sample.json().deepCopy();
        var first = sample.event().getRecordComponents()[0];
        boolean isId = first.getType() == UUID.class;
        return copy.put(first.getName(), isId ? UUID.randomUUID().toString() : "ANOTHER-26");
    }
}

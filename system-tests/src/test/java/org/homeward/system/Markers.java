package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.kit.test.Traces;
import org.homeward.local.identity.DemoUsers;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What stands nowhere else, each with the field of the marked people that holds it. */
final class Markers {

    private static final Pattern WORD = Pattern.compile("Ҷаз\\p{L}{5,}|jaz[a-z]{5,}");

    /** Numbers and days, which are looked for as a whole. */
    private static final Pattern NAMED =
            Pattern.compile(
                    ".*/(phones|documents)/\\d+|.*/birth/day|.*/absence/since"
                            + "|.*/income(Before|Now)/amount");

    private static final Pattern FREE = Pattern.compile(".*[^\\p{ASCII}].*", Pattern.DOTALL);
    private static final int OF_A_NUMBER = 9;

    private final Map<String, String> words = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();

    /** Of all that are known by now; null when another has come. */
    private @Nullable Traces traces;

    /** Those that are known before anything is played. */
    Markers() {
        try (var reader = Files.newBufferedReader(MarkedPeople.CASES)) {
            Map<?, ?> file = new Yaml().load(reader);
            for (var one : (List<?>) Objects.requireNonNull(file.get("cases"))) {
                var whole = (Map<?, ?>) Objects.requireNonNull(one);
                collect(Objects.requireNonNull(whole.get("name")).toString(), whole);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        OfficeWork.SENTENCES.forEach(this::word);
        file("N/evidence/sent", OfficeWork.SCAN.content());
        file("returned/picture/sent", OfficeWork.PICTURE.content());
        mark("jazwebhuqali", "webhook/address");
        mark(DemoUsers.load().find("grant-officer").orElseThrow().email(), "staff/email");
    }

    private void collect(String field, @Nullable Object part) {
        switch (part) {
            case null -> {
                // nothing is said
            }
            case Map<?, ?> map -> map.forEach((key, value) -> collect(field + "/" + key, value));
            case Collection<?> list -> {
                int i = 0;
                for (var one : list) {
                    collect(field + "/" + i++, one);
                }
            }
            default -> word(field, part.toString());
        }
    }

    private void word(String field, String text) {
        if (NAMED.matcher(field).matches()) {
            mark(text, field);
            if (field.contains("/phones/")) {
                var digits = text.replaceAll("[^0-9]", "");
                mark(digits.substring(digits.length() - OF_A_NUMBER), field);
            }
            return;
        }
        var found = WORD.matcher(text);
        if (found.find()) {
            mark(found.group(), field);
        } else if (FREE.matcher(text).matches()) {
            throw new IllegalStateException(field + " holds nothing that can be looked for");
        }
    }

    /**
     * @throws IllegalStateException when another field holds it, too
     */
    synchronized void mark(String word, String field) {
        traces = null;
        var before = words.put(word, field);
        if (before != null) {
            throw new IllegalStateException(before + " and " + field + " hold the same");
        }
    }

    /** A file is looked for by a part of it. */
    synchronized void file(String field, byte[] content) {
        traces = null;
        files.put(field, Photograph.mark(content));
    }

    /** All that hold something. */
    Set<String> fields() {
        var fields = new TreeSet<>(words.values());
        fields.addAll(files.keySet());
        return fields;
    }

    /** What stands in a field. */
    String text(String field) {
        return words.entrySet().stream()
                .filter(one -> one.getValue().equals(field))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** The field of a trace. */
    String field(String trace) {
        return words.getOrDefault(trace, trace);
    }

    /**
     * In any disguise.
     *
     * @param more words that are looked for as well
     */
    Traces traces(Collection<String> more) {
        var all = new HashSet<>(words.keySet());
        all.addAll(more);
        return Traces.inAnyDisguise(all, files);
    }

    synchronized Traces traces() {
        if (traces == null) {
            traces = traces(Set.of());
        }
        return traces;
    }

    /** The fields of which something stands in a text. */
    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    Set<String> in(byte[] content) {
        return traces().in(content).stream()
                .map(this::field)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

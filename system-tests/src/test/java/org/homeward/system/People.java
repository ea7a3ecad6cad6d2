package org.homeward.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What the cases file tells of people and nobody may find where it is not sealed. */
final class People {

    private static final Set<String> OF_PERSON =
            Set.of("name", "formerNames", "email", "address", "documents");

    private People() {}

    /** Every part of every name, phone, address, document, and every text written about them. */
    static Set<String> secrets(Path casesFile) {
        var found = new TreeSet<String>();
        try (Reader file = Files.newBufferedReader(casesFile)) {
            Map<String, Object> all = new Yaml().load(file);
            for (var one : (List<?>) Objects.requireNonNull(all.get("cases"))) {
                var person = part(one, "person");
                OF_PERSON.forEach(field -> texts(person.get(field)).forEach(t -> parts(t, found)));
                texts(person.get("phones")).forEach(phone -> digits(phone, found));
                texts(part(person, "birth").get("day")).forEach(found::add);
                texts(part(one, "proposal").get("plan")).forEach(found::add);
                texts(part(one, "story").get("versions")).forEach(found::add);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static Map<?, ?> part(@Nullable Object whole, String name) {
        return (Map<?, ?>)
                Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(whole)).get(name), name);
    }

    private static Stream<String> texts(@Nullable Object part) {
        return switch (part) {
            case null -> Stream.empty();
            case Map<?, ?> map -> map.values().stream().flatMap(People::texts);
            case Collection<?> list -> list.stream().flatMap(People::texts);
            default -> Stream.of(part.toString());
        };
    }

    /** As it is written, and the digits that are left of a number in every way to write it. */
    private static void digits(String phone, Set<String> found) {
        var digits = phone.replaceAll("\\D", "");
        found.add(phone);
        found.add(digits.substring(digits.length() - 9));
    }

    /** The text, and each longer word of it. */
    private static void parts(String text, Set<String> found) {
        found.add(text);
        Stream.of(text.split("[ ,]+"))
                .filter(word -> word.codePoints().filter(Character::isLetter).count() > 4)
                .forEach(found::add);
    }
}

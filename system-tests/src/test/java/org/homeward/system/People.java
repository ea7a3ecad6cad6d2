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
                var whole = (Map<?, ?>) Objects.requireNonNull(one);
                people(whole).forEach(person -> secrets(person, found));
                members(whole)
                        .map(member -> Objects.requireNonNull(member.get("name")))
                        .forEach(name -> parts(name.toString(), found));
                Stream.of("spokenFor", "referrals")
                        .flatMap(name -> all(whole.get(name)))
                        .flatMap(said -> Stream.of("about", "note").map(said::get))
                        .flatMap(People::texts)
                        .forEach(found::add);
                texts(whole.get("supplier")).forEach(found::add);
                all(whole.get("proposal")).forEach(it -> texts(it.get("plan")).forEach(found::add));
                all(whole.get("revision")).forEach(it -> texts(it.get("what")).forEach(found::add));
                all(whole.get("visits"))
                        .forEach(visit -> texts(visit.get("nextStep")).forEach(found::add));
                all(whole.get("activities"))
                        .flatMap(held -> Stream.of("facilitator", "result").map(held::get))
                        .flatMap(People::texts)
                        .forEach(found::add);
                all(whole.get("story"))
                        .forEach(story -> texts(story.get("versions")).forEach(found::add));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static Stream<Map<?, ?>> people(Map<?, ?> one) {
        return Stream.concat(
                all(one.get("person")),
                all(one.get("spouse")).map(spouse -> part(spouse, "person")));
    }

    private static Stream<Map<?, ?>> members(Map<?, ?> one) {
        return all(one.get("household"))
                .flatMap(household -> all(household.get("members")))
                .flatMap(member -> all(member.get("person")));
    }

    private static void secrets(Map<?, ?> person, Set<String> found) {
        OF_PERSON.forEach(field -> texts(person.get(field)).forEach(t -> parts(t, found)));
        texts(person.get("phones")).forEach(phone -> digits(phone, found));
        texts(part(person, "birth").get("day")).forEach(found::add);
    }

    /** The part, or each of the list; nothing where there is none. */
    private static Stream<Map<?, ?>> all(@Nullable Object part) {
        return switch (part) {
            case Map<?, ?> map -> Stream.of(map);
            case Collection<?> list -> list.stream().flatMap(People::all);
            case null, default -> Stream.empty();
        };
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

package org.homeward.beneficiary.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The combinations of attributes by which a person can be found although her record is encrypted.
 * Always combinations, except numbers that are telling by themselves: a token of a bare name could
 * be read off by its frequency.
 *
 * <p>At most {@value #MOST} for a person, each {@link Attribute.Kind} up to its own limit, so that
 * many former names cannot push out the telephone. Kept in this order: the present name before
 * former ones, longer values before shorter, then alphabetically; the same person always gives the
 * same list.
 */
public final class BlindTokens {

    /** The sum of the limits of all kinds. */
    public static final int MOST = 72;

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder());

    private BlindTokens() {}

    /** What to blind, to store with a person and to search her by; both sides use this. */
    public static List<Attribute> of(KnownPerson person) {
        List<Keyed> names = person.names().stream().map(Keyed::of).toList();
        return Stream.of(Attribute.Kind.values())
                .flatMap(
                        kind ->
                                values(kind, person, names).stream()
                                        .limit(kind.most())
                                        .map(value -> new Attribute(kind, value)))
                .toList();
    }

    private static Collection<String> values(
            Attribute.Kind kind, KnownPerson person, List<Keyed> names) {
        var values = new LinkedHashSet<String>();
        switch (kind) {
            case DOCUMENT ->
                    person.documents().stream()
                            .flatMap(number -> DocumentNumber.normal(number).stream())
                            .sorted(LONGEST_FIRST)
                            .forEach(values::add);
            case PHONE -> person.phones().stream().sorted(LONGEST_FIRST).forEach(values::add);
            case NAMES -> names.forEach(name -> values.addAll(name.pairs()));
            case NAMES_LOOSELY -> names.forEach(name -> values.addAll(name.loosePairs()));
            case GIVEN_NAME_AND_DAY -> names.forEach(name -> values.addAll(givenOn(person, name)));
            case GIVEN_NAME_AND_YEAR -> names.forEach(name -> values.addAll(givenIn(person, name)));
            case FAMILY_NAME_AND_DISTRICT ->
                    names.forEach(name -> values.addAll(familyOf(person, name)));
        }
        return values;
    }

    private static List<String> givenOn(KnownPerson person, Keyed name) {
        return person.birthDate() instanceof BirthDate.Day day && !day.isFillIn()
                ? name.looseGiven().map(given -> given + "|" + day.eitherWay()).toList()
                : List.of();
    }

    private static List<String> givenIn(KnownPerson person, Keyed name) {
        BirthDate birth = person.birthDate();
        return birth == null
                ? List.of()
                : birth.years().stream()
                        .flatMap(year -> name.looseGiven().map(given -> given + "|" + year))
                        .toList();
    }

    private static List<String> familyOf(KnownPerson person, Keyed name) {
        String district = person.district();
        return district == null
                ? List.of()
                : name.family().loose().stream()
                        .sorted(LONGEST_FIRST)
                        .map(family -> family + "|" + district)
                        .toList();
    }

    /** A name with the keys of its parts. */
    private record Keyed(NameKeys family, NameKeys given) {

        static Keyed of(PersonName name) {
            return new Keyed(NameKeys.of(name.family()), NameKeys.of(name.given()));
        }

        /**
         * Endings come off one part at a time: either may be the family name in the wrong field.
         */
        List<String> pairs() {
            return Stream.concat(
                            pairsOf(family.stemmed(), given.strict()),
                            pairsOf(family.strict(), given.stemmed()))
                    .distinct()
                    .sorted(LONGEST_FIRST)
                    .toList();
        }

        List<String> loosePairs() {
            return Stream.concat(
                            pairsOf(loose(family.stemmed()), loose(given.strict())),
                            pairsOf(loose(family.strict()), loose(given.stemmed())))
                    .distinct()
                    .sorted(LONGEST_FIRST)
                    .toList();
        }

        Stream<String> looseGiven() {
            return loose(given.strict()).stream().sorted(LONGEST_FIRST);
        }

        private static List<String> loose(Collection<String> keys) {
            return keys.stream().map(NameFolding::loose).distinct().toList();
        }

        private static Stream<String> pairsOf(Collection<String> ones, Collection<String> others) {
            var pairs = new ArrayList<String>();
            for (String one : ones) {
                for (String other : others) {
                    pairs.add(one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one);
                }
            }
            return pairs.stream();
        }
    }
}

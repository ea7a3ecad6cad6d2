package org.homeward.bench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.homeward.beneficiary.matching.LookAlikes;
import org.homeward.beneficiary.matching.NamePairs;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.beneficiary.registration.Birth;
import org.homeward.beneficiary.registration.District;
import org.homeward.beneficiary.registration.Districts;
import org.homeward.contracts.beneficiary.Sex;

/**
 * Invented people whose names are about as frequent as real ones: as 1 / (rank + 5) of six hundred,
 * so that the commonest is that of four in a hundred, and districts likewise. The commonest names
 * are those of the {@link Pairs}, in all their writings: each of them is looked for among
 * namesakes. What the others sound like does not matter to a search. Every fifth was born on a 1
 * January, as papers have it of whom nobody asked.
 */
public final class Crowd {

    /** A name in all its writings, and whose it is where it is a given name. */
    private record Name(Sex sex, List<String> writings) {}

    /** As {@code 1 / (rank + 5)}. */
    private static final class Ranks {

        private final double[] upTo;

        Ranks(int size) {
            upTo = new double[size];
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += 1.0 / (i + 6);
                upTo[i] = sum;
            }
        }

        int drawn(Random random) {
            int last = upTo.length - 1;
            int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[last]);
            return Math.min(found < 0 ? -found - 1 : found, last);
        }
    }

    private static final String CONSONANTS = "бгдзклмнпрстфш";
    private static final String VOWELS = "аиоу";
    private static final int NAMES = 600;
    private static final int COMMON = 5;

    private final Random random;
    private final List<Name> families;
    private final List<Name> givens;
    private final List<String> districts =
            new Districts().all().stream().map(District::code).sorted().toList();
    private final Ranks names = new Ranks(NAMES);
    private final Ranks places = new Ranks(districts.size());

    public Crowd(long seed) {
        random = new Random(seed);
        families = new ArrayList<>(known(PersonName::family));
        givens = new ArrayList<>(known(PersonName::given));
        while (families.size() < NAMES) {
            var stem = word(3);
            families.add(
                    new Name(Sex.OTHER, List.of(stem + "ов", stem + "ов", stem + "зода", stem)));
        }
        while (givens.size() < NAMES) {
            givens.add(new Name(random.nextBoolean() ? Sex.FEMALE : Sex.MALE, List.of(word(3))));
        }
    }

    private interface Part {
        String of(PersonName name);
    }

    /** Of the pairs, those of one Russian writing together. */
    private static List<Name> known(Part part) {
        Map<String, Name> known = new LinkedHashMap<>();
        for (var pair : NamePairs.ALL) {
            var writings = pair.writings().stream().map(part::of).toList();
            known.merge(
                    part.of(pair.russian()),
                    new Name(Pairs.sexOf(pair), writings),
                    (one, other) ->
                            new Name(
                                    one.sex(),
                                    Stream.of(one.writings(), other.writings())
                                            .flatMap(List::stream)
                                            .toList()));
        }
        for (var two : LookAlikes.ALL) {
            for (var person : List.of(two.one(), two.other())) {
                var name = part.of(person.name());
                known.putIfAbsent(
                        name, new Name(Sex.valueOf(String.valueOf(person.sex())), List.of(name)));
            }
        }
        return List.copyOf(known.values());
    }

    /** Codes, where most live first. */
    public List<String> districts() {
        return districts;
    }

    /** As people are. */
    public synchronized Somebody anybody() {
        return of(families.get(names.drawn(random)), givens.get(names.drawn(random)));
    }

    /** With one of the five commonest family names and given names. */
    public synchronized Somebody commonly() {
        return of(families.get(random.nextInt(COMMON)), givens.get(random.nextInt(COMMON)));
    }

    /** With names that nobody else has. */
    public synchronized Somebody uniquely() {
        return of(new Name(Sex.FEMALE, List.of(word(6))), new Name(Sex.FEMALE, List.of(word(6))));
    }

    private Somebody of(Name family, Name given) {
        return new Somebody(
                new PersonName(any(family.writings()), any(given.writings())),
                given.sex(),
                born(),
                "+99293" + (1_000_000 + random.nextInt(8_999_999)),
                null,
                districts.get(places.drawn(random)));
    }

    private Birth born() {
        int year = 1_960 + random.nextInt(47);
        int day = random.nextInt(5) == 0 ? 1 : 1 + random.nextInt(365);
        return Birth.on(LocalDate.ofYearDay(year, day));
    }

    private String word(int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

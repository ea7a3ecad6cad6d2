package org.homeward.bench.people;

import java.time.LocalDate;
import java.util.List;
import org.homeward.beneficiary.matching.BirthDate;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.matching.LookAlikes;
import org.homeward.beneficiary.matching.NamePairs;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.beneficiary.registration.Birth;
import org.homeward.contracts.beneficiary.Sex;

/** The pairs of names of the matching's own tests, as people to register. */
public final class Pairs {

    private Pairs() {}

    /**
     * Each is one person in Tajik, Russian and Latin writing, with the birth date, father's name
     * and district of her papers. No telephone and no document: those find her whatever her name.
     *
     * @param districts where they live, in turn
     */
    public static List<List<Somebody>> ofOne(List<String> districts) {
        return NamePairs.ALL.stream()
                .map(
                        pair ->
                                pair.writings().stream()
                                        .map(name -> written(pair, name, districts))
                                        .toList())
                .toList();
    }

    private static Somebody written(NamePairs.Pair pair, PersonName name, List<String> districts) {
        int number = pair.number();
        return new Somebody(
                new PersonName(name.family(), name.given(), "Раҷабович"),
                sexOf(pair),
                Birth.on(LocalDate.of(1_970 + number, 3, number)),
                null,
                null,
                districts.get(number % districts.size()));
    }

    static Sex sexOf(NamePairs.Pair pair) {
        return pair.russian().family().endsWith("ва") ? Sex.FEMALE : Sex.MALE;
    }

    /** Each is two people who are easily taken for one, with the facts that separate them. */
    public static List<List<Somebody>> ofTwo() {
        return LookAlikes.ALL.stream()
                .map(two -> List.of(somebody(two.one()), somebody(two.other())))
                .toList();
    }

    private static Somebody somebody(KnownPerson known) {
        return new Somebody(
                known.name(),
                Sex.valueOf(String.valueOf(known.sex())),
                switch (known.birthDate()) {
                    case BirthDate.Day day -> Birth.on(day.date());
                    case BirthDate.Year year -> Birth.in(year.year(), false);
                    case BirthDate.Estimated year -> Birth.in(year.year(), true);
                    case null -> throw new IllegalArgumentException("they all have a birth date");
                },
                known.phones().stream().findFirst().orElse(null),
                known.documents().stream().findFirst().orElse(null),
                String.valueOf(known.district()));
    }
}

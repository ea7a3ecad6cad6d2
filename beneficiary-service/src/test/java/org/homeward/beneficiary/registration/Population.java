package org.homeward.beneficiary.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.homeward.beneficiary.matching.BirthDate;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.matching.PersonName;

/**
 * Invented people with Tajik names. There is no published count of names, so their frequencies are
 * assumed: as 1 / (rank + 5), which gives the commonest of some hundred names two to five in a
 * hundred. A family name is an ancestor's given name with one of the endings in use.
 */
final class Population {

    /**
     * @param given index of the given name, of all by falling frequency
     * @param family likewise of the ancestor's name, whatever the ending
     */
    record Person(UUID file, int given, int family, KnownPerson known) {}

    private static final List<String> ROOTS =
            List.of(
                    "Раҳмон",
                    "Саид",
                    "Шариф",
                    "Назар",
                    "Карим",
                    "Ҷамшед",
                    "Рустам",
                    "Фирӯз",
                    "Далер",
                    "Баҳром",
                    "Умед",
                    "Сино",
                    "Алишер",
                    "Комил",
                    "Дилшод",
                    "Анвар",
                    "Ҳаким",
                    "Юсуф",
                    "Исмоил",
                    "Иброҳим",
                    "Неъмат",
                    "Сафар",
                    "Раҷаб",
                    "Шодмон",
                    "Қурбон",
                    "Мирзо",
                    "Давлат",
                    "Хуршед",
                    "Манучеҳр",
                    "Сӯҳроб",
                    "Фаррух",
                    "Зоир",
                    "Абдулло",
                    "Ҳасан",
                    "Ҳусейн",
                    "Салим",
                    "Ятим",
                    "Қосим",
                    "Ғафур",
                    "Эргаш",
                    "Холмурод",
                    "Наҷмиддин",
                    "Тоҷиддин",
                    "Нуриддин",
                    "Сайфиддин",
                    "Фахриддин",
                    "Шамсиддин",
                    "Бахтиёр",
                    "Искандар",
                    "Акмал",
                    "Парвиз",
                    "Сулаймон",
                    "Муҳаммад",
                    "Абдураҳим",
                    "Абдураҳмон",
                    "Бобо",
                    "Гул",
                    "Меҳр",
                    "Шоҳ",
                    "Хуш");
    private static final List<String> TAILS =
            List.of("", "ҷон", "бек", "шо", "алӣ", "мурод", "хон", "нигор", "мо", "гул");
    private static final List<String> ENDINGS = List.of("ов", "ов", "ов", "зода", "зод", "");
    static final List<String> DISTRICTS =
            List.of(
                    "TJ-DU-SINO",
                    "TJ-KT-KULOB",
                    "TJ-KT-VOSE",
                    "TJ-KT-BOKHTAR",
                    "TJ-RA-VAHDAT",
                    "TJ-RA-HISOR",
                    "TJ-RA-RUDAKI",
                    "TJ-SU-KHUJAND",
                    "TJ-SU-ISFARA",
                    "TJ-SU-AYNI",
                    "TJ-GB-KHORUGH",
                    "TJ-GB-RUSHON");
    static final int YEARS = 47;
    static final int DAYS = 365;

    private static final int OLDEST = 1_960;

    private final List<String> names;
    private final double[] upTo;
    private final Random random;

    Population(long seed) {
        this.random = new Random(seed);
        this.names = new ArrayList<>();
        for (String tail : TAILS) {
            ROOTS.forEach(root -> names.add(root + tail));
        }
        this.upTo = new double[names.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += frequency(i);
            upTo[i] = sum;
        }
    }

    int names() {
        return names.size();
    }

    /**
     * How often a name comes, against the others.
     *
     * @param name its index
     */
    static double frequency(int name) {
        return 1.0 / (name + 6);
    }

    List<Person> people(int count) {
        var people = new ArrayList<Person>(count);
        for (int i = 0; i < count; i++) {
            people.add(person());
        }
        return people;
    }

    private Person person() {
        int given = name();
        int family = name();
        var name = new PersonName(names.get(family) + any(ENDINGS), names.get(given));
        var birth = new BirthDate.Day(LocalDate.ofYearDay(OLDEST + random.nextInt(YEARS), day()));
        var phone = "+9929" + (10_000_000 + random.nextInt(89_999_999));
        return new Person(
                new UUID(random.nextLong(), random.nextLong()),
                given,
                family,
                new KnownPerson(
                        name, List.of(), null, birth, Set.of(phone), any(DISTRICTS), Set.of()));
    }

    /** In the year; every fifth is 1 January, as papers have it of whom nobody asked. */
    private int day() {
        return random.nextInt(5) == 0 ? 1 : 1 + random.nextInt(DAYS);
    }

    private int name() {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

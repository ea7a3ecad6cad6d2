package org.homeward.beneficiary.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes people for tests; each step adds one fact. */
final class People {

    private People() {}

    static KnownPerson named(PersonName name) {
        return new KnownPerson(name, List.of(), null, null, Set.of(), null, Set.of());
    }

    /**
     * Facts in one line: sex, birth (ISO day or year), telephone, district, document; null is
     * unknown.
     */
    static KnownPerson of(
            PersonName name,
            @Nullable Sex sex,
            @Nullable String birth,
            @Nullable String phone,
            @Nullable String district,
            @Nullable String document) {
        return new KnownPerson(
                name,
                List.of(),
                sex,
                birth(birth),
                phone == null ? Set.of() : Set.of(phone),
                district,
                document == null ? Set.of() : Set.of(document));
    }

    static PersonName name(String family, String given, String patronymic) {
        return new PersonName(family, given, patronymic);
    }

    private static @Nullable BirthDate birth(@Nullable String birth) {
        if (birth == null) {
            return null;
        }
        return birth.length() == 4
                ? new BirthDate.Year(Integer.parseInt(birth))
                : new BirthDate.Day(LocalDate.parse(birth));
    }
}

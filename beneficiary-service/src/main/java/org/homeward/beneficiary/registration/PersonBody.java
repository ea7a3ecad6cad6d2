package org.homeward.beneficiary.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.beneficiary.matching.Telephone;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.kit.web.InvalidBody;
import org.jspecify.annotations.Nullable;

/**
 * A person as a staff app sends her.
 *
 * @param phones in any usual writing; kept in E.164
 */
record PersonBody(
        @NotNull @Valid Name name,
        @Nullable @Size(max = 10) List<@Valid @NotNull Name> formerNames,
        @NotNull Sex sex,
        @NotNull @Valid BirthBody birth,
        @Nullable @Size(max = 5) List<@NotBlank @Size(max = 30) String> phones,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 300) String address,
        @Nullable @Size(max = 5) List<@NotBlank @Size(max = 40) String> documents,
        @NotEmpty @Size(max = 5)
                List<@NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,7}") String>
                        languages) {

    /**
     * A name as in the document, in Tajik, Russian or Latin letters. Some people have one name:
     * family or given name may be missing, not both.
     */
    record Name(
            @Nullable @Size(max = 100) String family,
            @Nullable @Size(max = 100) String given,
            @Nullable @Size(max = 100) String patronymic) {

        /**
         * @param place of this name in the body
         */
        PersonName toName(String place) {
            var familyOrNone = text(family, place + "/family");
            var givenOrNone = text(given, place + "/given");
            if (familyOrNone.isEmpty() && givenOrNone.isEmpty()) {
                throw new InvalidBody(place, "needs a family name or a given name");
            }
            var father = text(patronymic, place + "/patronymic");
            return new PersonName(familyOrNone, givenOrNone, father.isEmpty() ? null : father);
        }

        private static String text(@Nullable String part, String place) {
            if (part == null || part.isBlank()) {
                return "";
            }
            if (part.codePoints().noneMatch(Character::isLetter)) {
                throw new InvalidBody(place, "must have a letter");
            }
            return part;
        }
    }

    /** Either the day or the year, which may be estimated. */
    record BirthBody(
            @Nullable LocalDate day,
            @Nullable @Min(1900) @Max(2100) Integer year,
            @Nullable Boolean estimated) {}

    /**
     * @param today nobody is born later
     */
    PersonalData toData(LocalDate today) {
        return new PersonalData(
                name.toName("/person/name"),
                former(),
                sex,
                toBirth(today),
                e164(),
                email,
                address,
                documents == null ? List.of() : documents,
                languages);
    }

    private List<PersonName> former() {
        var names = new ArrayList<PersonName>();
        if (formerNames != null) {
            for (int i = 0; i < formerNames.size(); i++) {
                names.add(formerNames.get(i).toName("/person/formerNames/" + i));
            }
        }
        return names;
    }

    private Birth toBirth(LocalDate today) {
        if ((birth.day() == null) == (birth.year() == null)) {
            throw new InvalidBody("/person/birth", "give either the day or the year");
        }
        if (birth.day() != null && birth.day().isAfter(today)) {
            throw new InvalidBody("/person/birth/day", "must not be in the future");
        }
        if (birth.day() != null && Boolean.TRUE.equals(birth.estimated())) {
            throw new InvalidBody("/person/birth/estimated", "goes with a year, not with a day");
        }
        var known =
                birth.day() != null
                        ? Birth.on(birth.day())
                        : Birth.in(birth.year(), Boolean.TRUE.equals(birth.estimated()));
        if (known.year() < 1900 || known.year() > today.getYear()) {
            throw new InvalidBody("/person/birth", "is no possible date of birth");
        }
        return known;
    }

    private List<String> e164() {
        var numbers = new ArrayList<String>();
        if (phones != null) {
            for (int i = 0; i < phones.size(); i++) {
                var place = "/person/phones/" + i;
                numbers.add(
                        Telephone.e164(phones.get(i))
                                .orElseThrow(
                                        () -> new InvalidBody(place, "is no telephone number")));
            }
        }
        return numbers;
    }
}

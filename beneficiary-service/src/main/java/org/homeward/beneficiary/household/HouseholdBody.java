package org.homeward.beneficiary.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.homeward.beneficiary.registration.Birth;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.RandomId;
import org.jspecify.annotations.Nullable;

/**
 * A household as a staff app sends it, in full.
 *
 * @param members the beneficiary herself among them, and one of them the head
 */
record HouseholdBody(
        @NotEmpty @Size(max = 30) List<@NotNull @Valid MemberBody> members,
        @NotNull @Size(max = 7) List<@NotNull Income> incomes,
        @NotNull Dwelling dwelling) {

    private static final String MEMBERS = "/household/members";

    /**
     * Either a beneficiary or another person.
     *
     * @param beneficiary id of the file
     * @param disability needed, but in a correction of a beneficiary whose file is closed: of her
     *     disability, school and absence stays what is known, whatever is said
     * @param inSchool as {@code disability}
     * @param absence of a migrant; null for who is there
     */
    record MemberBody(
            @Nullable UUID beneficiary,
            @Nullable @Valid OtherBody person,
            @NotNull Relation relation,
            @Nullable Boolean disability,
            @Nullable Boolean inSchool,
            @Nullable @Valid AbsenceBody absence) {}

    /**
     * Somebody who is no beneficiary.
     *
     * @param id made by the client or as it was read; null for who is new
     */
    record OtherBody(
            @Nullable @RandomId UUID id,
            @NotBlank @Size(max = 200) String name,
            @NotNull Sex sex,
            @NotNull @Min(1900) @Max(2100) Integer birthYear) {}

    /** Since when nothing else was heard. */
    record AbsenceBody(@NotNull Absence.Kind kind, @NotNull LocalDate since) {}

    /**
     * What a body says.
     *
     * @param others plain members by their ids
     */
    record Composition(Circumstances circumstances, Map<UUID, PlainMember.Person> others) {

        List<UUID> beneficiaries() {
            return circumstances.residents().stream()
                    .map(Circumstances.Resident::beneficiary)
                    .toList();
        }
    }

    /**
     * @param of the beneficiary in whose file it is recorded
     * @param known of beneficiaries of whom it stays, but for the relation, whatever the body says
     * @param today nothing has happened later
     * @throws InvalidBody when she or the head is not among them, somebody is twice, or it is not
     *     said of one of the others who has a disability or is in school
     */
    Composition toComposition(UUID of, Map<UUID, Standing> known, LocalDate today) {
        var residents = new ArrayList<Circumstances.Resident>();
        var others = new LinkedHashMap<UUID, PlainMember.Person>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var place = MEMBERS + "/" + i;
            var person = member.person();
            if ((member.beneficiary() == null) == (person == null)) {
                throw new InvalidBody(place, "needs either a beneficiary or a person");
            }
            var standing = standing(member, known, place, today);
            UUID id;
            if (person == null) {
                id = Objects.requireNonNull(member.beneficiary());
                residents.add(new Circumstances.Resident(id, standing));
            } else {
                id = person.id() != null ? person.id() : UUID.randomUUID();
                others.put(id, person(person, standing, place, today));
            }
            if (!seen.add(id)) {
                throw new InvalidBody(place, "is there twice");
            }
        }
        var composition =
                new Composition(
                        new Circumstances(
                                residents, incomes.stream().distinct().toList(), dwelling),
                        others);
        if (!composition.beneficiaries().contains(of)) {
            throw new InvalidBody(MEMBERS, "must have the beneficiary herself");
        }
        if (members.stream().filter(one -> one.relation() == Relation.HEAD).count() != 1) {
            throw new InvalidBody(MEMBERS, "must have one head of the household");
        }
        return composition;
    }

    private static Standing standing(
            MemberBody member, Map<UUID, Standing> known, String place, LocalDate today) {
        var beneficiary = member.beneficiary();
        if (beneficiary != null && known.containsKey(beneficiary)) {
            return known.get(beneficiary).as(member.relation());
        }
        var absence = member.absence();
        if (absence != null && absence.since().isAfter(today)) {
            throw new InvalidBody(place + "/absence/since", "must not be in the future");
        }
        return new Standing(
                member.relation(),
                said(member.disability(), place + "/disability"),
                said(member.inSchool(), place + "/inSchool"),
                absence == null ? null : new Absence(absence.kind(), absence.since()));
    }

    private static boolean said(@Nullable Boolean word, String place) {
        if (word == null) {
            throw new InvalidBody(place, "must not be null");
        }
        return word;
    }

    private static PlainMember.Person person(
            OtherBody person, Standing standing, String place, LocalDate today) {
        if (person.birthYear() > today.getYear()) {
            throw new InvalidBody(place + "/person/birthYear", "must not be in the future");
        }
        return new PlainMember.Person(
                person.name(), person.sex(), Birth.in(person.birthYear(), false), standing);
    }
}

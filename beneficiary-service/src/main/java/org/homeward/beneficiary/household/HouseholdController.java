package org.homeward.beneficiary.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.beneficiary.household.ReadHousehold.Found;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.RandomId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/beneficiaries/{beneficiary}/household")
class HouseholdController {

    private final RecordHousehold record;
    private final ReadHousehold read;

    HouseholdController(RecordHousehold record, ReadHousehold read) {
        this.record = record;
        this.read = read;
    }

    @PostMapping
    ResponseEntity<Receipt> record(
            @PathVariable UUID beneficiary,
            @RequestBody @Valid RecordHouseholdBody body,
            Call call) {
        return Answers.of(record.record(beneficiary, body, call));
    }

    @PutMapping
    ResponseEntity<Receipt> correct(
            @PathVariable UUID beneficiary,
            @RequestBody @Valid CorrectHouseholdBody body,
            Call call) {
        return Answers.of(record.correct(beneficiary, body, call));
    }

    @PostMapping("/departure")
    ResponseEntity<Receipt> leave(@PathVariable UUID beneficiary, Call call) {
        return Answers.of(record.leave(beneficiary, call));
    }

    @GetMapping
    ResponseEntity<HouseholdView> read(
            @PathVariable UUID beneficiary,
            Actor actor,
            Scope scope,
            @ForPurpose("case-management") Purpose purpose) {
        var household = read.read(beneficiary, actor, scope, purpose);
        return Answers.read(household.version(), HouseholdView.of(household));
    }

    /**
     * A household to record.
     *
     * @param id made by the client, or null
     */
    record RecordHouseholdBody(
            @Nullable @RandomId UUID id, @NotNull @Valid HouseholdBody household) {}

    /**
     * The household as it is right, in full; who is not named any more has left it. Of a member
     * whose file is closed stays what is known but her relation, whatever is said.
     */
    record CorrectHouseholdBody(@NotNull @Valid HouseholdBody household) {}

    /**
     * A household as it is read.
     *
     * @param legibility whether what is known of it can be shown: not where it was destroyed, as
     *     when an old back-up brought it back after somebody left; then it is to be recorded again
     * @param incomes none as {@code legibility} says
     * @param dwelling null as {@code legibility} says, like all that follows
     * @param withDisability null as well where the file of a member is closed, like all that
     *     follows: who is counted would be told
     * @param dependants children under 18, people from 60 and whoever has a disability
     * @param supporters all others who are there, and migrants who send money
     * @param dependencyRatio dependants for each supporter; null when nobody supports them
     */
    record HouseholdView(
            UUID id,
            long version,
            Legibility legibility,
            List<MemberView> members,
            List<Income> incomes,
            @Nullable Dwelling dwelling,
            @Nullable Long withDisability,
            @Nullable Long inSchool,
            @Nullable Integer dependants,
            @Nullable Integer supporters,
            @Nullable String dependencyRatio) {

        static HouseholdView of(Found household) {
            var members =
                    household.members().stream()
                            .map(member -> MemberView.of(member, household.closed()))
                            .toList();
            var known = household.circumstances();
            return known == null
                    ? new HouseholdView(
                            household.id(),
                            household.version(),
                            Legibility.ERASED,
                            members,
                            List.of(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)
                    : of(household, known, members);
        }

        private static HouseholdView of(
                Found household, Circumstances known, List<MemberView> members) {
            boolean counted = household.closed().isEmpty();
            var ratio = Member.ratio(household.members());
            return new HouseholdView(
                    household.id(),
                    household.version(),
                    Legibility.READABLE,
                    members,
                    known.incomes(),
                    known.dwelling(),
                    counted
                            ? household.members().stream().filter(Member::hasDisability).count()
                            : null,
                    counted
                            ? household.members().stream().filter(Member::isInSchool).count()
                            : null,
                    counted ? ratio.dependants() : null,
                    counted ? ratio.supporters() : null,
                    counted ? ratio.value().map(BigDecimal::toPlainString).orElse(null) : null);
        }
    }

    /**
     * One of a household.
     *
     * @param beneficiary id of the file; null for a plain member
     * @param person null for a beneficiary
     * @param relation null for a beneficiary as the household's {@code legibility} says, like all
     *     that follows
     * @param disability null as well as {@code consentMissing} says, like all that follows
     * @param consentMissing without which of a beneficiary her relation alone is shown; else null
     */
    record MemberView(
            @Nullable UUID beneficiary,
            @Nullable OtherView person,
            @Nullable Relation relation,
            @Nullable Boolean disability,
            @Nullable Boolean inSchool,
            @Nullable Absence absence,
            @Nullable ConsentPurpose consentMissing) {

        static MemberView of(Member member, Set<UUID> closed) {
            return closed.contains(member.id()) ? reduced(member) : full(member);
        }

        private static MemberView reduced(Member member) {
            var standing = member.standing();
            return new MemberView(
                    member.id(),
                    null,
                    standing == null ? null : standing.relation(),
                    null,
                    null,
                    null,
                    ConsentPurpose.CASE_MANAGEMENT);
        }

        private static MemberView full(Member member) {
            var standing = member.standing();
            var person = member.person();
            return new MemberView(
                    person == null ? member.id() : null,
                    person == null
                            ? null
                            : new OtherView(
                                    member.id(),
                                    person.name(),
                                    person.sex(),
                                    person.birth().year()),
                    standing == null ? null : standing.relation(),
                    standing == null ? null : standing.disability(),
                    standing == null ? null : standing.inSchool(),
                    standing == null ? null : standing.absence(),
                    null);
        }
    }

    /** A plain member. */
    record OtherView(UUID id, String name, Sex sex, int birthYear) {}
}

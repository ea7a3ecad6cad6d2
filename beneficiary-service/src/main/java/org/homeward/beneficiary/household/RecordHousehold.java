package org.homeward.beneficiary.household;

import static org.homeward.beneficiary.household.HouseholdTypes.CIRCUMSTANCES;
import static org.homeward.beneficiary.household.HouseholdTypes.HOUSEHOLD;
import static org.homeward.beneficiary.household.HouseholdTypes.PLAIN_MEMBER;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.beneficiary.consent.ConsentInForce;
import org.homeward.beneficiary.household.Circumstances.Resident;
import org.homeward.beneficiary.household.HouseholdBody.Composition;
import org.homeward.beneficiary.household.HouseholdController.CorrectHouseholdBody;
import org.homeward.beneficiary.household.HouseholdController.RecordHouseholdBody;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.ClosedFiles;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;

/**
 * Plain members have agreed to nothing, and nobody needs what is known of them once they are not
 * listed any more: it is destroyed with the change that leaves them out. So is what was known of
 * the household while somebody lived in it who has left. Where nobody has, a correction destroys
 * nothing: an old copy of the data is brought back with what it held.
 */
@UseCase("Record with whom a person lives")
class RecordHousehold {

    private final Journal journal;
    private final Households households;
    private final ConsentInForce consents;
    private final ClosedFiles closedFiles;
    private final ProgrammeClock clock;

    RecordHousehold(
            Journal journal,
            Households households,
            ConsentInForce consents,
            ClosedFiles closedFiles,
            ProgrammeClock clock) {
        this.journal = journal;
        this.households = households;
        this.consents = consents;
        this.closedFiles = closedFiles;
        this.clock = clock;
    }

    /**
     * @throws OneHousehold when somebody named is in one already
     */
    Receipt record(UUID beneficiary, RecordHouseholdBody body, Call call) {
        var composition = body.household().toComposition(beneficiary, Map.of(), clock.today());
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        var circumstances = UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    admit(composition.beneficiaries(), change, call);
                    var formed =
                            Household.formed(
                                    id,
                                    composition.beneficiaries(),
                                    List.copyOf(composition.others().keySet()),
                                    circumstances);
                    var stored = change.create(HOUSEHOLD, id, formed);
                    know(circumstances, composition.circumstances(), change);
                    composition.others().forEach((other, person) -> add(id, other, person, change));
                    return Receipt.created(location(beneficiary), stored);
                });
    }

    /**
     * As it is right, in full; also when somebody came or left. Of a beneficiary whose own file is
     * closed stays what is known but her relation: who corrects is shown no more of her, and what
     * they sent would be made up. Where what is known was destroyed, or can't be read and nobody's
     * file is closed, nothing stays, and it is recorded anew of everybody.
     *
     * @throws org.homeward.kit.sealing.SealBroken when somebody's file is closed, and what is known
     *     can't be read but is not destroyed
     */
    Receipt correct(UUID beneficiary, CorrectHouseholdBody body, Call call) {
        return journal.run(
                call,
                change -> {
                    change.load(BENEFICIARY, beneficiary, call.scope());
                    var id = idOf(change, beneficiary);
                    var household = change.loadMatching(HOUSEHOLD, id, call);
                    var kept = household.state().kept();
                    consents.requireCaseManagement(beneficiary);
                    var closed = closedFiles.among(kept.beneficiaries());
                    var known =
                            change.find(CIRCUMSTANCES, kept.circumstances())
                                    .map(Stored::state)
                                    .flatMap(
                                            one ->
                                                    closed.isEmpty()
                                                            ? one.legible()
                                                            : one.readable());
                    var right =
                            body.household()
                                    .toComposition(
                                            beneficiary,
                                            known.map(all -> standings(all, closed))
                                                    .orElse(Map.of()),
                                            clock.today());
                    admit(
                            right.beneficiaries().stream()
                                    .filter(Predicate.not(kept.beneficiaries()::contains))
                                    .toList(),
                            change,
                            call);
                    var others = List.copyOf(right.others().keySet());
                    boolean same = known.filter(right.circumstances()::equals).isPresent();
                    boolean all = known.isPresent() && kept.allStay(right.beneficiaries(), others);
                    var circumstances = same || all ? kept.circumstances() : UUID.randomUUID();
                    var replaced = kept.replaced(right.beneficiaries(), others, circumstances);
                    var stored = change.update(household, replaced);
                    kept.beneficiaries().stream()
                            .filter(Predicate.not(right.beneficiaries()::contains))
                            .forEach(
                                    who ->
                                            left(
                                                    change.find(BENEFICIARY, who).orElseThrow(),
                                                    change));
                    if (all && !same) {
                        var before = change.find(CIRCUMSTANCES, circumstances).orElseThrow();
                        change.update(before, KnownCircumstances.of(right.circumstances()));
                    } else if (!same) {
                        change.destroyKey(kept.circumstances());
                        know(circumstances, right.circumstances(), change);
                    }
                    write(kept, right, change);
                    return Receipt.ok(location(beneficiary), stored);
                });
    }

    /** How these stand in it. */
    private static Map<UUID, Standing> standings(Circumstances known, Set<UUID> some) {
        return known.residents().stream()
                .filter(one -> some.contains(one.beneficiary()))
                .collect(Collectors.toMap(Resident::beneficiary, Resident::standing));
    }

    /** She lives elsewhere now, or with nobody. */
    Receipt leave(UUID beneficiary, Call call) {
        return journal.run(
                call,
                change -> {
                    var file = change.load(BENEFICIARY, beneficiary, call.scope());
                    var id = idOf(change, beneficiary);
                    var household = change.loadMatching(HOUSEHOLD, id, call);
                    var stored = leave(beneficiary, household, change);
                    left(file, change);
                    return Receipt.ok(location(beneficiary), stored);
                });
    }

    /**
     * Where she was the last who came for help, nothing of the household stays. Where what was
     * known of it can't be read, it is gone for who stays as well, until it is recorded again:
     * whoever found its key would read what it says of her.
     */
    static Stored<Household> leave(UUID beneficiary, Stored<Household> household, Change change) {
        var kept = household.state().kept();
        var known = known(kept, change);
        var rest = known.isPresent() ? UUID.randomUUID() : kept.circumstances();
        var left = kept.leftBy(beneficiary, rest);
        var stored = change.update(household, left);
        change.destroyKey(kept.circumstances());
        if (left.state() instanceof Household.Dissolved) {
            kept.others().forEach(change::destroyKey);
        } else {
            known.ifPresent(all -> know(rest, all.without(beneficiary), change));
        }
        return stored;
    }

    private static void left(Stored<Beneficiary> file, Change change) {
        change.update(file, file.state().leftHousehold());
    }

    private static Optional<Circumstances> known(Household.Kept household, Change change) {
        return change.find(CIRCUMSTANCES, household.circumstances())
                .flatMap(found -> found.state().legible());
    }

    private static void know(UUID id, Circumstances known, Change change) {
        change.create(CIRCUMSTANCES, id, KnownCircumstances.of(known));
    }

    /** Who comes into a household is somebody in scope who has agreed and is in no other. */
    private void admit(List<UUID> beneficiaries, Change change, Call call) {
        for (var who : beneficiaries) {
            change.load(BENEFICIARY, who, call.scope());
            if (households.of(change, who).isPresent()) {
                throw new OneHousehold();
            }
            consents.requireCaseManagement(who);
        }
    }

    private static void write(Household.Kept before, Composition right, Change change) {
        right.others()
                .forEach(
                        (id, person) -> {
                            if (before.others().contains(id)) {
                                correct(id, person, change);
                            } else {
                                add(before.id(), id, person, change);
                            }
                        });
        before.others().stream()
                .filter(Predicate.not(right.others()::containsKey))
                .forEach(change::destroyKey);
    }

    private static void add(UUID household, UUID id, PlainMember.Person person, Change change) {
        change.create(PLAIN_MEMBER, id, Decision.of(new PlainMember(household, Secret.of(person))));
    }

    private static void correct(UUID id, PlainMember.Person person, Change change) {
        var member = change.find(PLAIN_MEMBER, id).orElseThrow();
        if (!member.state().person().open().equals(person)) {
            change.update(member, member.state().corrected(person));
        }
    }

    private UUID idOf(Change change, UUID beneficiary) {
        return households.of(change, beneficiary).orElseThrow(NotFound::new).id();
    }

    private static String location(UUID beneficiary) {
        return "/api/v1/beneficiaries/" + beneficiary + "/household";
    }
}

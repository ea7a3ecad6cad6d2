package org.homeward.beneficiary.household;

import static org.homeward.beneficiary.household.HouseholdTypes.HOUSEHOLD;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.PartOfFile;
import org.homeward.kit.export.Told;
import org.homeward.kit.journal.Change;
import org.homeward.kit.security.Actor;
import org.springframework.stereotype.Component;

/**
 * With whom she lives. The others keep their household without her; where nobody is left who came
 * for help, nothing of it stays, nor of those who live in it.
 */
@Component
class HouseholdOfFile implements PartOfFile {

    private final Households households;

    HouseholdOfFile(Households households) {
        this.households = households;
    }

    /**
     * What she is in it, and on what they live; of the others each is told her own. Nothing where
     * what was known was destroyed.
     */
    @Override
    public List<Told> tell(UUID person, Actor teller, String language) {
        return households.of(person).stream()
                .flatMap(household -> households.circumstances(household.state().kept()).stream())
                .flatMap(
                        known ->
                                known.residents().stream()
                                        .filter(one -> one.beneficiary().equals(person))
                                        .map(one -> tell(known, one.standing())))
                .toList();
    }

    private static Told tell(Circumstances known, Standing hers) {
        var absence = hers.absence();
        return Told.of("HOUSEHOLD")
                .and("relation", hers.relation())
                .and("disability", hers.disability())
                .and("inSchool", hers.inSchool())
                .and("absence", absence == null ? null : absence.kind())
                .and("absentSince", absence == null ? null : absence.since())
                .and("incomes", known.incomes())
                .and("dwelling", known.dwelling());
    }

    @Override
    public List<UUID> erase(UUID person, Change change) {
        households
                .of(change, person)
                .ifPresent(household -> RecordHousehold.leave(person, household, change));
        return List.of();
    }

    @Override
    public Optional<Instant> lastChange(UUID person, Change change) {
        return change.lastChange(HOUSEHOLD, new Document(Households.BENEFICIARIES, person));
    }
}

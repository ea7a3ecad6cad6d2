package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.kit.export.Told;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.stereotype.Component;

/** Who she is, under her own key, and the tokens by which she is found. */
@Component
class FileItself implements PartOfFile {

    private final LookUp lookUp;
    private final Districts districts;
    private final Aggregates aggregates;
    private final ProgrammeClock clock;

    FileItself(LookUp lookUp, Districts districts, Aggregates aggregates, ProgrammeClock clock) {
        this.lookUp = lookUp;
        this.districts = districts;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    @Override
    public List<Told> tell(UUID person, Actor teller, String language) {
        var file = aggregates.find(BENEFICIARY, person, Scope.everything()).orElseThrow();
        return List.of(tell(file.state().registered(), teller, language));
    }

    private Told tell(Beneficiary.Registered file, Actor teller, String language) {
        var known = file.person().open();
        return Told.of("FILE")
                .and("caseNumber", file.caseNumber())
                .and("name", written(known.name()))
                .and("formerNames", known.formerNames().stream().map(FileItself::written).toList())
                .and("sex", known.sex())
                .and(
                        "birth",
                        known.birth().day() != null ? known.birth().day() : known.birth().year())
                .and("birthPrecision", known.birth().precision())
                .and("phones", known.phones())
                .and("email", known.email())
                .and("address", known.address())
                .and("district", file.district(), districts.name(file.district(), language))
                .and("documents", known.documents())
                .and("languages", known.languages())
                .and("registeredOn", file.registeredOn())
                .and("channel", file.channel())
                .and("organisation", file.organisation())
                .and(
                        "caseWith",
                        file.ownership().isWith(teller) ? "THIS_WORKER" : "ANOTHER_WORKER");
    }

    private static String written(PersonName name) {
        return Stream.of(name.family(), name.given(), name.patronymic())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Override
    public List<UUID> erase(UUID person, Change change) {
        var file = change.find(BENEFICIARY, person).orElseThrow();
        if (file.state() instanceof Beneficiary.Registered registered) {
            change.update(file, registered.erase(clock.today()));
        }
        change.destroyKey(person);
        lookUp.forget(change.mongo(), person);
        return List.of();
    }

    @Override
    public Optional<Instant> lastChange(UUID person, Change change) {
        return change.lastChange(BENEFICIARY, new Document("_id", person));
    }
}

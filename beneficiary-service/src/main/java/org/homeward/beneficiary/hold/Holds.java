package org.homeward.beneficiary.hold;

import static org.homeward.beneficiary.hold.HoldTypes.HOLD;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What holds keep of somebody, for whoever would erase it. */
@Component
public final class Holds {

    private final PeopleOfProgrammes people;
    private final ProgrammeClock clock;

    Holds(PeopleOfProgrammes people, ProgrammeClock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Those that hold today for the people of a programme in which she is or was. */
    public List<LegalHold.Terms> on(Change change, UUID person) {
        return of(change, people.programmes(change, person));
    }

    private List<LegalHold.Terms> of(Change change, Collection<String> programmes) {
        var theirs = Query.query(Criteria.where(HoldTypes.PROGRAMME).in(programmes));
        theirs.fields().include("_id");
        var today = clock.today();
        return change.mongo().find(theirs, Document.class, HOLD.collection()).stream()
                .flatMap(found -> change.find(HOLD, found.get("_id", UUID.class)).stream())
                .filter(hold -> hold.state().holds(today))
                .map(hold -> hold.state().terms())
                .toList();
    }
}

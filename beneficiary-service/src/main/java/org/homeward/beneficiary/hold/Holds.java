package org.homeward.beneficiary.hold;

import static org.homeward.beneficiary.hold.HoldTypes.HOLD;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.stereotype.Component;

/** What holds keep of somebody, for whoever would erase it. */
@Component
public final class Holds {

    private static final String MARKS = "hold_marks";

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

    /**
     * The same for who erases with this change: of it and a hold that is placed at the same moment
     * one starts again and sees the other.
     */
    public List<LegalHold.Terms> lastly(Change change, UUID person) {
        var programmes = people.programmes(change, person);
        var held = of(change, programmes);
        programmes.forEach(programme -> mark(change, programme));
        return held;
    }

    /** Two changes that write one row can't both go on from what they read before. */
    static void mark(Change change, String programme) {
        change.companion(
                MARKS,
                new UpdateOneModel<>(
                        new Document("_id", programme),
                        Updates.inc("n", 1L),
                        new UpdateOptions().upsert(true)));
    }

    /** Whether this person lifted one that would keep her file today. */
    public boolean isLiftedBy(String subject, Change change, UUID person) {
        var today = clock.today();
        return all(change, people.programmes(change, person))
                .anyMatch(hold -> hold.isLiftedBy(subject, today));
    }

    private List<LegalHold.Terms> of(Change change, Collection<String> programmes) {
        var today = clock.today();
        return all(change, programmes)
                .filter(hold -> hold.holds(today))
                .map(LegalHold::terms)
                .toList();
    }

    private static Stream<LegalHold> all(Change change, Collection<String> programmes) {
        var theirs = new Document(HoldTypes.PROGRAMME, new Document("$in", programmes));
        return change.findAll(HOLD, theirs).stream().map(Stored::state);
    }
}

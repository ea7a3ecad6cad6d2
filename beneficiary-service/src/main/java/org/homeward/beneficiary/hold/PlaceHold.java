package org.homeward.beneficiary.hold;

import static org.homeward.beneficiary.hold.HoldTypes.HOLD;
import static org.homeward.beneficiary.programme.ProgrammeTypes.PROGRAMME;

import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.programme.Programme;
import org.homeward.beneficiary.programme.ProtectedProgramme;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

@UseCase("Keep the files of a programme's people for an audit or a court, and let go of them")
class PlaceHold {

    private static final int LONGEST_YEARS = 10;

    private final Journal journal;
    private final Aggregates aggregates;
    private final ProgrammeClock clock;

    PlaceHold(Journal journal, Aggregates aggregates, ProgrammeClock clock) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /**
     * @throws InvalidBody when it would be over already, or last for more than ten years
     * @throws NotFound when there is no such programme
     * @throws ProtectedProgramme when it is not known who is in it
     */
    Receipt place(String programme, HoldController.HoldBody body, Call call) {
        var today = clock.today();
        if (body.until().isBefore(today) || body.until().isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new InvalidBody("/until", "must be within the next ten years");
        }
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    change.find(PROGRAMME, Programme.idOf(programme))
                            .orElseThrow(NotFound::new)
                            .state()
                            .requireKnownPeople();
                    var terms =
                            new LegalHold.Terms(
                                    id,
                                    programme,
                                    body.reason(),
                                    body.until(),
                                    call.actor().subject(),
                                    clock.instant());
                    Holds.mark(change, programme);
                    return Receipt.created(
                            HoldController.path(id),
                            change.create(HOLD, id, LegalHold.place(terms)));
                });
    }

    /**
     * @throws AnotherLifts for who placed it
     */
    Receipt lift(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var hold = change.loadMatching(HOLD, id, call);
                    var lifted = hold.state().lift(call.actor().subject(), clock.instant());
                    return Receipt.ok(HoldController.path(id), change.update(hold, lifted));
                });
    }

    Stored<LegalHold> read(UUID id, Scope scope) {
        return aggregates.find(HOLD, id, scope).orElseThrow(NotFound::new);
    }

    /**
     * @throws NotFound when there is no such programme
     */
    Page<Stored<LegalHold>> list(String programme, Scope scope, PageRequest page) {
        if (aggregates.find(PROGRAMME, Programme.idOf(programme), scope).isEmpty()) {
            throw new NotFound();
        }
        return aggregates.list(HOLD, new Document(HoldTypes.PROGRAMME, programme), scope, page);
    }
}

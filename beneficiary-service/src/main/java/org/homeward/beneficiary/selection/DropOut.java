package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;
import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;

@UseCase("Take a person out of a selection; until it is closed, the next follows")
class DropOut {

    private final Journal journal;
    private final WaitingList waitingList;
    private final ProgrammeClock clock;

    DropOut(Journal journal, WaitingList waitingList, ProgrammeClock clock) {
        this.journal = journal;
        this.waitingList = waitingList;
        this.clock = clock;
    }

    /** As many queries for a place that does not exist as for one out of scope. */
    Receipt dropOut(UUID id, String reason, Call call) {
        return journal.run(
                call,
                change -> {
                    var person =
                            change.find(PLACE, id)
                                    .map(found -> found.state().seat().beneficiary())
                                    .orElse(id);
                    change.load(BENEFICIARY, person, call.scope()).state().registered();
                    var place = change.loadMatching(PLACE, id, call);
                    var round = change.find(ROUND, place.state().seat().round()).orElseThrow();
                    var without = round.state().without(place.state());
                    var out =
                            place.state().dropOut(reason, call.actor().subject(), clock.instant());
                    var left = change.update(place, out);
                    change.update(round, followed(without, change));
                    return Receipt.ok(PlaceController.path(id), left);
                });
    }

    /** Not her place alone is given: also those that nobody might have before. */
    private Decision<Round> followed(Round without, Change change) {
        return without instanceof Round.Confirmed confirmed
                ? confirmed.followed(waitingList.follow(change, confirmed, 0).admitted().size())
                : Decision.of(without);
    }
}

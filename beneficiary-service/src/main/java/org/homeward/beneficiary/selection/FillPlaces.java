package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.beneficiary.selection.WaitingList.Look;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;

/**
 * When a place became free nobody might have it, for want of a consent; who gives hers later is
 * found here.
 */
@UseCase("Give places of a confirmed selection that stayed free to the first who may have them now")
class FillPlaces {

    private final Journal journal;
    private final WaitingList waitingList;

    /** Where the next look at a long waiting list begins; after a start at its beginning. */
    private final Map<UUID, Integer> lookedUntil = new ConcurrentHashMap<>();

    FillPlaces(Journal journal, WaitingList waitingList) {
        this.journal = journal;
        this.waitingList = waitingList;
    }

    /** One look: a list of more than ten thousand is gone through by several, and then again. */
    void fill(UUID id) {
        int until = fill(id, lookedUntil.getOrDefault(id, 0)).until();
        if (until == 0) {
            lookedUntil.remove(id);
        } else {
            lookedUntil.put(id, until);
        }
    }

    private Look fill(UUID id, int after) {
        return journal.<Look>inTransaction(
                Origin.system("fill places", UUID.randomUUID()),
                change -> {
                    var round = change.find(ROUND, id).orElseThrow();
                    if (!(round.state() instanceof Round.Confirmed confirmed)) {
                        return Look.NOBODY;
                    }
                    var look = waitingList.follow(change, confirmed, after);
                    if (!look.admitted().isEmpty()) {
                        change.update(round, confirmed.followed(look.admitted().size()));
                    }
                    return look;
                });
    }
}

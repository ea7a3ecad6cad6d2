package org.homeward.kit.inbox;

import java.util.List;
import org.homeward.kit.inbox.Position.Why;
import org.homeward.kit.journal.Change;

/**
 * Handles the parked events of one aggregate in order, in transactions of many, and lets the
 * aggregate flow again when none is left. Any number of threads and instances may do it at once:
 * positions are compare-and-set.
 */
final class Replay {

    private static final int AT_ONCE = 100;

    private final Recognition recognition;
    private final Rounds rounds;
    private final ParkingPlace parkingPlace;

    Replay(Recognition recognition, Rounds rounds, ParkingPlace parkingPlace) {
        this.recognition = recognition;
        this.rounds = rounds;
        this.parkingPlace = parkingPlace;
    }

    /**
     * @throws RuntimeException a passing failure of the database; what was handled stays so
     */
    void of(String source) {
        int atOnce = AT_ONCE;
        Retries retries = new Retries();
        boolean more = true;
        while (more) {
            try {
                more = atOnce == 1 ? retries.run(() -> step(source, 1)) : step(source, atOnce);
            } catch (RuntimeException failure) {
                if (Failures.passing(failure)) {
                    throw failure;
                }
                if (atOnce == 1) {
                    String reason = Failures.reason(failure);
                    rounds.commit(change -> failed(change, source, reason));
                    return;
                }
                atOnce = 1;
            }
        }
    }

    /** Handles some; tells whether there may be more that can be handled. */
    private boolean step(String source, int atOnce) {
        return rounds.commit(change -> some(change, source, atOnce)).repaired().contains(source);
    }

    private Tally some(Change change, String source, int atOnce) {
        Round round = rounds.begin(change, List.of(source));
        if (!round.position(source).isBlocked()) {
            return round.finish();
        }
        List<ParkedEvent> waiting = parkingPlace.first(change.mongo(), source, atOnce);
        for (ParkedEvent first : waiting) {
            if (!round.unpark(first, recognition.again(first))) {
                return round.finish();
            }
        }
        if (waiting.size() < atOnce) {
            round.move(round.position(source).flowing());
            return round.finish();
        }
        round.move(round.position(source).blocked(Why.REPAIRED, change.now()));
        Tally tally = round.finish();
        tally.repaired(source);
        return tally;
    }

    private Tally failed(Change change, String source, String reason) {
        Round round = rounds.begin(change, List.of(source));
        for (ParkedEvent first : parkingPlace.first(change.mongo(), source, 1)) {
            parkingPlace.failed(change.mongo(), first.id(), reason);
            round.move(round.position(source).blocked(Why.FAILED, change.now()));
        }
        Tally tally = round.finish();
        tally.alarm(Alarm.PARKED, source);
        return tally;
    }
}

package org.homeward.kit.inbox;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.web.Unavailable;

/** Begins transactions of the inbox, and tells metrics and alarms what came of those committed. */
final class Rounds {

    private final Transactions transactions;
    private final Reactions reactions;
    private final Positions positions;
    private final ParkingPlace parkingPlace;
    private final Gate gate;
    private final InboxMetrics metrics;

    Rounds(
            Transactions transactions,
            Reactions reactions,
            Positions positions,
            ParkingPlace parkingPlace,
            Gate gate,
            InboxMetrics metrics) {
        this.transactions = transactions;
        this.reactions = reactions;
        this.positions = positions;
        this.parkingPlace = parkingPlace;
        this.gate = gate;
        this.metrics = metrics;
    }

    /**
     * Runs work in a transaction; what it tallied counts when that is committed.
     *
     * @throws Unavailable while no event may be handled
     */
    Tally commit(Function<Change, Tally> work) {
        try {
            Tally tally =
                    metrics.timed(
                            () ->
                                    transactions.run(
                                            Origin.system("inbox", UUID.randomUUID()), work));
            metrics.report(tally);
            return tally;
        } catch (GateClosed closed) {
            gate.giveUp(closed);
            throw new Unavailable("A projection is being put into its place: try again.", 5);
        }
    }

    Round begin(Change change, Collection<String> sources) {
        return new Round(reactions, positions, parkingPlace, change, sources);
    }
}

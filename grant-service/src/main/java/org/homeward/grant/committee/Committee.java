package org.homeward.grant.committee;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.journal.Decision;

/**
 * Those who review the applications to a fund.
 *
 * @param quorum how many without an interest in the case must have voted
 */
public record Committee(UUID fund, int quorum, List<Seat> seats) {

    public Committee {
        seats = List.copyOf(seats);
    }

    /**
     * @throws CommitteeImpossible when it could never have a quorum, or somebody has two seats
     */
    static Decision<Committee> appoint(UUID fund, int quorum, List<Seat> seats) {
        long people = seats.stream().map(Seat::member).distinct().count();
        if (people < seats.size() || people < quorum) {
            throw new CommitteeImpossible();
        }
        return Decision.of(new Committee(fund, quorum, seats));
    }

    public Optional<Seat> seatOf(String member) {
        return seats.stream().filter(seat -> seat.member().equals(member)).findAny();
    }
}

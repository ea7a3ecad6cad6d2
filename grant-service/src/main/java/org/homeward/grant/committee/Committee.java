package org.homeward.grant.committee;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.journal.Decision;

/**
 * Those who review the applications to a fund.
 *
 * @param quorum how many without an interest in the case must have voted
 * @param appointedBy subject
 */
public record Committee(UUID fund, int quorum, List<Seat> seats, String appointedBy) {

    public Committee {
        seats = List.copyOf(seats);
    }

    /**
     * @throws CommitteeImpossible when it could never have a quorum, or somebody has two seats
     * @throws OwnSeat when the appointer would have one
     */
    static Decision<Committee> appoint(
            UUID fund, int quorum, List<Seat> seats, String appointedBy) {
        if (seats.stream().anyMatch(seat -> seat.member().equals(appointedBy))) {
            throw new OwnSeat();
        }
        long people = seats.stream().map(Seat::member).distinct().count();
        if (people < seats.size() || people < quorum) {
            throw new CommitteeImpossible();
        }
        return Decision.of(new Committee(fund, quorum, seats, appointedBy));
    }

    public Optional<Seat> seatOf(String member) {
        return seats.stream().filter(seat -> seat.member().equals(member)).findAny();
    }
}

package org.homeward.grant.committee;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.kit.journal.Decision;

/**
 * Those who review the applications to a fund.
 *
 * @param quorum how many without an interest in the case must have voted
 * @param changers subjects of who appointed it and of all who replaced its members, one for each
 *     time
 * @param choosers those of them whose choice its members are: who changed it before somebody
 *     replaced all of them by others is not
 */
public record Committee(
        UUID fund, int quorum, List<Seat> seats, List<String> changers, Set<String> choosers) {

    public Committee {
        seats = List.copyOf(seats);
        changers = List.copyOf(changers);
        choosers = Set.copyOf(choosers);
    }

    /**
     * @throws CommitteeImpossible when it could never have a quorum, or somebody has two seats
     * @throws OwnSeat when the appointer would have one
     */
    static Decision<Committee> appoint(UUID fund, int quorum, List<Seat> seats, String appointer) {
        return with(fund, quorum, seats, List.of(appointer), Set.of(appointer));
    }

    /**
     * @throws CommitteeImpossible as {@link #appoint}, and {@link OwnSeat}
     */
    Decision<Committee> replace(int quorum, List<Seat> seats, String changer) {
        boolean anew = seats.stream().noneMatch(seat -> seatOf(seat.member()).isPresent());
        Stream<String> before = anew ? Stream.of() : choosers.stream();
        return with(
                fund,
                quorum,
                seats,
                Stream.concat(changers.stream(), Stream.of(changer)).toList(),
                Stream.concat(before, Stream.of(changer)).collect(Collectors.toSet()));
    }

    private static Decision<Committee> with(
            UUID fund, int quorum, List<Seat> seats, List<String> changers, Set<String> choosers) {
        var changer = changers.getLast();
        if (seats.stream().anyMatch(seat -> seat.member().equals(changer))) {
            throw new OwnSeat();
        }
        long people = seats.stream().map(Seat::member).distinct().count();
        if (people < seats.size() || people < quorum) {
            throw new CommitteeImpossible();
        }
        return Decision.of(new Committee(fund, quorum, seats, changers, choosers));
    }

    /**
     * Whether somebody brought it about that this committee judges, where an earlier one did.
     *
     * @param earlier the same as it was then: who changed it only before is not meant; or another
     *     fund's: then all who ever changed this one are
     */
    public boolean wasChangedBy(String somebody, Committee earlier) {
        var since = fund.equals(earlier.fund) ? earlier.changers.size() : 0;
        return changers.subList(since, changers.size()).contains(somebody);
    }

    public Optional<Seat> seatOf(String member) {
        return seats.stream().filter(seat -> seat.member().equals(member)).findAny();
    }
}

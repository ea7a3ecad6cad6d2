package org.homeward.beneficiary.selection;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When it is somebody's turn to be told of her place. It goes by the persons' ids, which are random
 * and told anyway: the order tells no rank, needs no seed, and is the same after a crash.
 *
 * @param passedOver whether she might have no place when the round was confirmed
 */
record Turn(UUID beneficiary, int rank, boolean passedOver) {

    static List<Turn> inOrder(List<Candidate> ranked, List<Candidate> passedOver) {
        var without = passedOver.stream().map(Candidate::pseudonym).collect(Collectors.toSet());
        return IntStream.range(0, ranked.size())
                .mapToObj(
                        i ->
                                new Turn(
                                        ranked.get(i).beneficiary(),
                                        i + 1,
                                        without.contains(ranked.get(i).pseudonym())))
                .sorted(Comparator.comparing(Turn::beneficiary))
                .toList();
    }
}

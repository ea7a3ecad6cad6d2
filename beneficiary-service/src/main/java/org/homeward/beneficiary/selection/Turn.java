package org.homeward.beneficiary.selection;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * When it is somebody's turn to be told of her place. It goes by the persons' ids, which are random
 * and told anyway: the order tells no rank, needs no seed, and is the same after a crash.
 */
record Turn(UUID beneficiary, int rank) {

    static List<Turn> inOrder(List<Turn> turns) {
        return turns.stream().sorted(Comparator.comparing(Turn::beneficiary)).toList();
    }
}

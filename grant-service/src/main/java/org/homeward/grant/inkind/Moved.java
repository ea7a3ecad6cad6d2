package org.homeward.grant.inkind;

import java.util.List;
import org.homeward.grant.fund.Movement;

/** What became of an item, with the money that this moves. */
record Moved(Item item, List<Movement> movements) {

    Moved {
        movements = List.copyOf(movements);
    }

    static Moved of(Item item, Movement... movements) {
        return new Moved(item, List.of(movements));
    }
}

package org.homeward.beneficiary.selection;

import java.util.Locale;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How rounds and places are stored. */
public final class SelectionTypes {

    /** Names no candidate, so it has no scope. */
    static final AggregateType<Round> ROUND =
            AggregateType.of("selection-round", Round.class, "selection-rounds");

    /** Has no scope of its own: a place is found through the file of its person. */
    static final AggregateType<Place> PLACE = AggregateType.of("place", Place.class, "places");

    static final String FROZEN = "selection-round.frozen";
    static final String DRAWN = "selection-round.drawn";
    static final String ANNOUNCING = "selection-round.announcing";
    static final String CONFIRMED = "selection-round.confirmed";
    static final String SELECTED = "place.selected";
    static final String WAITLISTED = "place.waitlisted";
    static final String LEFT = "place.left";
    static final String STATE = "state._class";
    static final String SEAT_ROUND = "state.seat.round";
    static final String SEAT_RANK = "state.seat.rank";
    static final String SEAT_PROGRAMME = "state.seat.programme";
    static final String SEAT_BENEFICIARY = "state.seat.beneficiary";

    private SelectionTypes() {}

    /** The field's word for a place's stored name. */
    static String word(String alias) {
        return alias.substring(PLACE.name().length() + 1).toUpperCase(Locale.ROOT);
    }

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(ROUND)
                .alias("selection-round.open", Round.Open.class)
                .alias("selection-round.withdrawn", Round.Withdrawn.class)
                .alias(FROZEN, Round.Frozen.class)
                .alias(DRAWN, Round.Drawn.class)
                .alias(ANNOUNCING, Round.Announcing.class)
                .alias(CONFIRMED, Round.Confirmed.class)
                .alias("selection-round.closed", Round.Closed.class)
                .index(ROUND, STATE)
                .aggregate(PLACE)
                .alias(SELECTED, Place.Selected.class)
                .alias(WAITLISTED, Place.Waitlisted.class)
                .alias(LEFT, Place.Left.class)
                .index(PLACE, SEAT_ROUND, STATE, SEAT_RANK)
                .index(PLACE, SEAT_BENEFICIARY)
                .index(PLACE, SEAT_PROGRAMME, SEAT_BENEFICIARY);
    }
}

package org.homeward.kit.inbox;

import java.util.Locale;

/** What calls for a person. */
enum Alarm {
    /** Events of an aggregate are missing. */
    GAP,
    /** An event could not be handled and is parked with all later ones of its aggregate. */
    PARKED,
    /** A message that is no valid event is parked. */
    GARBAGE,
    /** Two events have the same place and are not the same. */
    CONTRADICTION,
    /** A restore of the sender has lost events that were handled here. */
    TAIL_LOST,
    /** An event was parked before a restore of its sender, which does not know it any more. */
    PARKED_OUTDATED;

    /** The kind in logs and metrics: {@code inbox-gap}. */
    String kind() {
        return "inbox-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

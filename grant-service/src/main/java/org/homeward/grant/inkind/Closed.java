package org.homeward.grant.inkind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At its end: all is handed over, paid and reported, or nothing came of it.
 *
 * @param day when it was handed over; null when nothing came of it
 */
record Closed(
        Terms terms,
        Instant approved,
        List<Item> items,
        @Nullable LocalDate day,
        List<Visit> visits,
        String closedBy,
        Instant closed)
        implements Grant {

    Closed {
        items = List.copyOf(items);
        visits = List.copyOf(visits);
    }
}

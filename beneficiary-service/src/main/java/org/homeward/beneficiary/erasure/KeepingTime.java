package org.homeward.beneficiary.erasure;

import java.util.Set;
import java.util.UUID;
import org.homeward.kit.journal.Change;

/** How long files are kept, as the rules say; asked again before one is erased for it. */
public interface KeepingTime {

    /**
     * As things stand in a change: subjects of who set the rules by which the time to keep her file
     * is over; empty while it is kept.
     */
    Set<String> overBy(Change change, UUID person);
}

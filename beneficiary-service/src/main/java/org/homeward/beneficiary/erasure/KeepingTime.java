package org.homeward.beneficiary.erasure;

import java.util.UUID;
import org.homeward.kit.journal.Change;

/** How long files are kept, as the rules say; asked again before one is erased for it. */
public interface KeepingTime {

    /** Whether the time to keep her file is over, as things stand in a change. */
    boolean isOver(Change change, UUID person);
}

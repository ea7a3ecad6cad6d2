package org.homeward.kit.inbox;

import java.util.function.Function;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Origin;

/**
 * Runs work in one transaction of the journal: again as a whole on the driver's transient labels,
 * bounded; what it throws then was not committed, or not known to be.
 */
@FunctionalInterface
public interface Transactions {

    <T> T run(Origin origin, Function<Change, T> work);
}

package org.homeward.system.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a run.
 *
 * @param broken what did not hold, one line each
 */
record Verdict(List<String> broken) {

    private static final int SHOWN = 10;

    /** Judges what is left by every invariant. */
    static Verdict on(Evidence left) {
        var broken = new ArrayList<String>();
        for (var invariant : Invariant.ALL) {
            var places = invariant.broken(left);
            places.stream()
                    .limit(SHOWN)
                    .forEach(place -> broken.add(invariant.says() + ": " + place));
            if (places.size() > SHOWN) {
                broken.add(invariant.says() + ": and " + (places.size() - SHOWN) + " more");
            }
        }
        return new Verdict(broken);
    }

    boolean isGood() {
        return broken.isEmpty();
    }
}

package org.homeward.beneficiary.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.beneficiary.hold.Kept;
import org.homeward.beneficiary.hold.LegalHold;

/**
 * What has to be kept of somebody now, and why.
 *
 * @param because words for programs: reasons of holds, or {@code RUNNING_GRANT}
 */
record Obstacles(Set<String> because, Set<Kept> keeps) {

    static final String RUNNING_GRANT = "RUNNING_GRANT";

    Obstacles {
        because = Set.copyOf(because);
        keeps = Set.copyOf(keeps);
    }

    /**
     * @param runningGrant whether a grant of hers is not closed: she waits for something yet, and
     *     its money is not accounted for
     */
    static Obstacles of(Collection<LegalHold.Terms> holds, boolean runningGrant) {
        var because = new TreeSet<String>();
        var keeps = new TreeSet<Kept>();
        for (var hold : holds) {
            because.add(hold.reason().name());
            keeps.addAll(hold.keeps());
        }
        if (runningGrant) {
            because.add(RUNNING_GRANT);
            keeps.add(Kept.GRANTS);
        }
        return new Obstacles(because, keeps);
    }

    boolean isEmpty() {
        return because.isEmpty();
    }

    List<String> reasons() {
        return because.stream().sorted().toList();
    }

    List<String> kept() {
        return keeps.stream().sorted().map(Kept::name).toList();
    }
}

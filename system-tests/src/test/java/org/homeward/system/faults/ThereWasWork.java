package org.homeward.system.faults;

import java.util.ArrayList;
import java.util.List;
import org.homeward.contracts.grant.GrantApproved;

/** A run in which hardly anything happened says nothing: what was judged must be there. */
final class ThereWasWork implements Invariant {

    private static final int PROMISES = 200;
    private static final int FEW = 5;

    @Override
    public String says() {
        return "the clients did enough to be judged";
    }

    @Override
    public List<String> broken(Evidence left) {
        var broken = new ArrayList<String>();
        var diary = left.diary();
        atLeast(PROMISES, diary.promises().size(), "commands were answered 2xx", broken);
        for (var service : List.of(Service.BENEFICIARY, Service.GRANT, Service.STORY)) {
            long promised = diary.promises().stream().filter(p -> p.service() == service).count();
            atLeast(FEW, promised, "of them by " + service, broken);
        }
        long grants =
                left.topics().stream().filter(t -> t.event() instanceof GrantApproved).count();
        atLeast(FEW, grants, "grants were told", broken);
        atLeast(FEW, diary.stories().size(), "stories were public", broken);
        atLeast(1, diary.hidden().size(), "stories were withdrawn", broken);
        return broken;
    }

    private static void atLeast(long few, long found, String what, List<String> broken) {
        if (found < few) {
            broken.add("only " + found + " " + what);
        }
    }
}

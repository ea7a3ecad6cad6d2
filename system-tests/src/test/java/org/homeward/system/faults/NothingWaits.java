package org.homeward.system.faults;

import java.util.List;

/** Outboxes are empty, nothing is parked, blocked or held aside. */
final class NothingWaits implements Invariant {

    @Override
    public String says() {
        return "7: nothing waits for ever";
    }

    @Override
    public List<String> broken(Evidence left) {
        return Evidence.waiting(left.mongo()).entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .toList();
    }
}

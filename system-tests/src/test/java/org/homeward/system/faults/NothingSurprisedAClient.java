package org.homeward.system.faults;

import java.util.List;

/** What clients saw while it happened. */
final class NothingSurprisedAClient implements Invariant {

    @Override
    public String says() {
        return "1, 6: no client saw what must not be seen at any moment";
    }

    @Override
    public List<String> broken(Evidence left) {
        return left.diary().surprises();
    }
}

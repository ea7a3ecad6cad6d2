package org.homeward.system.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * While nothing is done to the system, a partition whose lease stays where it is gets every event
 * once. A few repeats are let pass: an instance that got no processor for seconds begins anew.
 */
final class CalmIsWithoutRepeats implements Invariant {

    private static final double FEW = 0.1;

    @Override
    public String says() {
        return "R4: in calm a partition has one writer";
    }

    @Override
    public List<String> broken(Evidence left) {
        var kept = new HashMap<>(left.calm().epochs());
        for (var service : Service.values()) {
            var now = Calm.epochs(left.rows(service, "relay_leases"));
            kept.entrySet()
                    .removeIf(
                            lease ->
                                    now.containsKey(lease.getKey())
                                            && !lease.getValue().equals(now.get(lease.getKey())));
        }
        var seen = new HashSet<Object>();
        var repeats = new ArrayList<String>();
        int all = 0;
        for (var told : left.topics()) {
            var shard = Calm.shard(told.topic(), told.partition());
            boolean first = seen.add(told.envelope().id());
            if (told.offset() >= left.calm().next().getOrDefault(shard, 0L)
                    && kept.containsKey(shard)) {
                all++;
                if (!first) {
                    repeats.add(
                            "%s %s sequence %d again"
                                    .formatted(
                                            shard,
                                            told.envelope().source(),
                                            told.envelope().sequence()));
                }
            }
        }
        return repeats.size() > Math.max(1, all * FEW) ? repeats : List.of();
    }
}

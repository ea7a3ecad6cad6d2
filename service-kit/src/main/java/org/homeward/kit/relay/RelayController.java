package org.homeward.kit.relay;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.relay.HeldAside.Held;
import org.homeward.kit.security.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The relay for operators: what waits, who publishes what, and the aggregates that are held aside
 * (R5). To release what is not held changes nothing. Who released what stands in the access log.
 */
@RestController
@RequestMapping("/ops/v1/relay")
class RelayController {

    private static final int SHOWN = 100;

    private final Set<Shard> shards;
    private final Backlog backlog;
    private final HeldAside aside;
    private final LeaseTable leases;
    private final AccessLog log;
    private final Clock clock;

    RelayController(
            Set<Shard> shards,
            Backlog backlog,
            HeldAside aside,
            LeaseTable leases,
            AccessLog log,
            Clock clock) {
        this.shards = shards;
        this.backlog = backlog;
        this.aside = aside;
        this.leases = leases;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param pending entries that wait to be published, counted to {@value RelayMetrics#COUNTED}
     * @param oldestSeconds how long the oldest of them waits
     * @param held aggregates that wait for an operator
     * @param owners the instance that publishes each shard, {@code topic/partition}; empty where
     *     nobody does
     */
    record Standing(long pending, long oldestSeconds, long held, Map<String, String> owners) {}

    /**
     * @param released whether it was held
     */
    record Released(boolean released) {}

    @GetMapping
    Standing standing() {
        var owners = new TreeMap<String, String>();
        var all = leases.leases();
        for (Shard shard : shards) {
            var lease = all.get(shard);
            String owner = lease == null ? null : lease.owner();
            owners.put(shard.toString(), owner == null ? "" : owner);
        }
        return new Standing(
                backlog.count(shards, RelayMetrics.COUNTED),
                backlog.age(shards, clock.instant()).toSeconds(),
                aside.count(shards),
                owners);
    }

    /** The hundred that are held longest. */
    @GetMapping("/held")
    List<Held> held() {
        return aside.list(SHOWN);
    }

    /** Publishes what is held of this aggregate, in its old order. */
    @PostMapping("/held/{id}/release")
    Released release(@PathVariable UUID id, Actor actor) {
        log.record(actor, "operations", "held", List.of(id));
        return new Released(aside.release(id));
    }
}

package org.homeward.system.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.system.faults.Books.Position;

/**
 * A consumer's position of each aggregate it reads of is the last event, and nothing is blocked.
 */
final class EveryConsumerIsAtTheEnd implements Invariant {

    @Override
    public String says() {
        return "4: every consumer is past every event";
    }

    @Override
    public List<String> broken(Evidence left) {
        var broken = new ArrayList<String>();
        for (var service : Service.values()) {
            var positions = left.of(service).positions();
            lasts(left, service)
                    .forEach(
                            (source, last) -> {
                                if (!last.equals(positions.get(source))) {
                                    broken.add(
                                            "%s is at %s of %s, whose last is %s"
                                                    .formatted(
                                                            service.consumer(),
                                                            positions.get(source),
                                                            source,
                                                            last));
                                }
                            });
        }
        return broken;
    }

    /** The last event of each aggregate that the service reads of, as a position. */
    static Map<String, Position> lasts(Evidence left, Service service) {
        var lasts = new HashMap<String, Position>();
        for (var told : left.topics()) {
            if (service.reads().contains(told.topic())) {
                var event = told.envelope();
                lasts.merge(
                        event.source(),
                        new Position(event.epoch(), event.sequence(), false),
                        (a, b) -> a.sequence() >= b.sequence() ? a : b);
            }
        }
        return lasts;
    }
}

package org.homeward.kit.inbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;

/** The handler of the tests: it writes down what it handled, and stumbles where a test says so. */
final class Script implements EventHandler<NotificationDelivered> {

    static final String EFFECTS = "effects";
    static final String SUMS = "sums";
    static final AggregateType<Counter> COUNTERS =
            AggregateType.of("counter", Counter.class, "counters");

    /** An aggregate of the tests' service. */
    record Counter(UUID of) {}

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();

    /** Does this before it handles that event. */
    void before(Sample event, Runnable surprise) {
        before.put(event.source() + event.sequence(), surprise);
    }

    void poison(Sample event) {
        before(
                event,
                () -> {
                    throw new IllegalStateException("a name that must not be kept");
                });
    }

    /** How often the handler was called for this aggregate, also in vain. */
    int runs(Sample event) {
        return runs.getOrDefault(event.source(), 0);
    }

    void heal() {
        before.clear();
    }

    /** The aggregate that is made for the first event of an aggregate. */
    static UUID counterOf(UUID aggregate) {
        return new UUID(aggregate.getLeastSignificantBits(), aggregate.getMostSignificantBits());
    }

    @Override
    public void on(NotificationDelivered event, Received received, Change change) {
        if (received.sequence() == 1 && received.epoch() == 1) {
            change.create(
                    COUNTERS,
                    counterOf(received.aggregate()),
                    Decision.of(new Counter(received.aggregate())));
        }
        runs.merge(received.source(), 1, Integer::sum);
        before.getOrDefault(received.source() + received.sequence(), () -> {}).run();
        Documents.in(
                change.mongo(),
                EFFECTS,
                effects ->
                        effects.updateOne(
                                Filters.eq("_id", received.aggregate()),
                                Updates.push("handled", received.sequence()),
                                new UpdateOptions().upsert(true)));
    }

    /** How many events there were; to count one twice would show. */
    static void count(NotificationDelivered event, Projection sums) {
        sums.upsert(event.notification(), Updates.inc("count", 1L));
    }
}

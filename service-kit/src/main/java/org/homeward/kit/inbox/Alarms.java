package org.homeward.kit.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls for a person: an ERROR in the log with the key {@code alarm}, and a counter. */
final class Alarms {

    /** What is wrong. */
    enum Kind {
        /** Events of an aggregate are missing. */
        GAP,
        /** An event could not be handled and is parked with all later ones of its aggregate. */
        PARKED,
        /** A message that is no valid event is parked. */
        GARBAGE,
        /** Two events have the same place and are not the same. */
        CONTRADICTION,
        /** A restore of the sender has lost events that were handled here. */
        TAIL_LOST,
        /** An event was parked before a restore of its sender, which does not know it any more. */
        PARKED_OUTDATED;

        String key() {
            return "inbox-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final MeterRegistry meters;

    Alarms(MeterRegistry meters) {
        this.meters = meters;
        for (Kind kind : Kind.values()) {
            counter(kind);
        }
    }

    void raise(Tally.Raised alarm) {
        counter(alarm.kind()).increment();
        LOG.atError()
                .addKeyValue("alarm", alarm.kind().key())
                .addKeyValue("place", alarm.place())
                .log("alarm {} at {}", alarm.kind().key(), alarm.place());
    }

    private Counter counter(Kind kind) {
        return meters.counter("homeward.alarms", "kind", kind.key());
    }
}

package org.homeward.kit.observe;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator should look at: an ERROR in the log with its kind, and one more on the counter
 * {@code homeward.alarms{kind}}, which the alert rules watch.
 */
public final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final MeterRegistry meters;
    private final boolean messages;

    /**
     * @param messages whether messages of exceptions may stand in the log: they can quote values
     */
    public Alarms(MeterRegistry meters, boolean messages) {
        this.meters = meters;
        this.messages = messages;
    }

    /**
     * @param kind a few fixed words: it is a label of the metric
     * @param text nothing personal, no values of records
     */
    public void raise(String kind, String text, @Nullable Throwable why) {
        meters.counter("homeward.alarms", "kind", kind).increment();
        LOG.atError()
                .addKeyValue("alarm", kind)
                .setCause(why == null || messages ? why : Outline.of(why))
                .log(text);
    }
}

package org.homeward.kit.relay;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator must look at: a line at ERROR with key {@code alarm}, and a counter by kind. */
final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final MeterRegistry registry;

    Alarms(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param message holds ids at most, no data
     */
    void raise(String kind, String message, @Nullable Throwable cause) {
        registry.counter("homeward.alarms", "kind", kind).increment();
        LOG.atError().addKeyValue("alarm", kind).setCause(cause).log(message);
    }
}

package org.homeward.kit.relay;

import java.util.concurrent.Callable;
import org.homeward.kit.observe.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again. When it fails it is tried again at its next turn: leases end
 * by themselves, marks fall silent. When it keeps failing that is an alarm, once.
 */
public final class Repeated implements Runnable {

    static final int MANY = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

    private final String name;
    private final Callable<?> work;
    private final Alarms alarms;
    private int failures;

    /**
     * @param name the kind of the alarm
     */
    public Repeated(String name, Alarms alarms, Callable<?> work) {
        this.name = name;
        this.alarms = alarms;
        this.work = work;
    }

    /** Never throws: a scheduler would not call it again. */
    @Override
    public void run() {
        try {
            work.call();
            failures = 0;
        } catch (Exception | Error failure) {
            failed(failure);
        }
    }

    private void failed(Throwable failure) {
        failures++;
        if (failures == MANY) {
            alarms.raise(name, name + " has failed " + MANY + " times in a row", failure);
        } else {
            LOG.debug("{} failed: {}", name, failure.getClass().getName());
        }
    }
}

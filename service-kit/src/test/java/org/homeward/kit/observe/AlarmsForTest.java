package org.homeward.kit.observe;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Real alarms whose counts a test can ask for. */
public final class AlarmsForTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Alarms alarms = new Alarms(meters, false);

    public Alarms alarms() {
        return alarms;
    }

    public double raised(String kind) {
        return meters.counter("homeward.alarms", "kind", kind).count();
    }
}

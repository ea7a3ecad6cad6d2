package org.homeward.kit.inbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What came of one run of a transaction; told to metrics and logs only when it is committed. */
final class Tally {

    /** Something a person should look at; the place is a source or a topic's partition. */
    record Raised(Alarm alarm, String place) {}

    private final List<Raised> alarms = new ArrayList<>();
    private final Set<String> repaired = new LinkedHashSet<>();
    private int applied;
    private int repeats;
    private int unknown;
    private int gaps;

    void applied() {
        applied++;
    }

    void repeat() {
        repeats++;
    }

    void unknown() {
        unknown++;
    }

    void gap() {
        gaps++;
    }

    void alarm(Alarm alarm, String place) {
        alarms.add(new Raised(alarm, place));
    }

    /** The parked events of this aggregate can be handled now. */
    void repaired(String source) {
        repaired.add(source);
    }

    List<Raised> alarms() {
        return alarms;
    }

    Set<String> repaired() {
        return repaired;
    }

    int appliedCount() {
        return applied;
    }

    int repeatCount() {
        return repeats;
    }

    int unknownCount() {
        return unknown;
    }

    int gapCount() {
        return gaps;
    }
}

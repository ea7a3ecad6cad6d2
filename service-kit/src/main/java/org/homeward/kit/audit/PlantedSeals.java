package org.homeward.kit.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.homeward.kit.observe.Alarms;

/**
 * Rows among the seals that no sealer wrote. They are passed over, or whoever can write to the
 * database stops both chains by one; each is an alarm once in the life of a process, and a finding
 * of every verification.
 */
final class PlantedSeals {

    static final String ALARM = "audit-planted";

    /** Beyond that many nobody needs to hear of more. */
    private static final int REMEMBERED = 1000;

    private final Alarms alarms;
    private final Set<Object> known = new HashSet<>();

    PlantedSeals(Alarms alarms) {
        this.alarms = alarms;
    }

    synchronized void found(AuditLog log, BsonDocument row) {
        if (known.size() < REMEMBERED
                && known.add(List.of(log.collection(), row.get("_id", BsonNull.VALUE)))) {
            alarms.raise(
                    ALARM, "A row of " + log.seals() + " was not written by the service", null);
        }
    }
}

package org.homeward.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The programme's clock of all services, moved on when somebody has to wait for a day to come. */
final class Calendar {

    private static final List<Service> SERVICES =
            List.of(Service.BENEFICIARY, Service.GRANT, Service.STORY);

    private final Staff staff;
    private Duration offset = Duration.ZERO;

    Calendar(Staff staff) {
        this.staff = staff;
    }

    /** To this moment at least; never back. */
    synchronized void moveTo(Instant moment, Random random) {
        var wanted = Duration.between(Instant.now(), moment).plusMinutes(1);
        if (wanted.compareTo(offset) <= 0) {
            return;
        }
        offset = Duration.ofHours(wanted.toHours() + 1);
        for (var service : SERVICES) {
            staff.put(
                    random,
                    "administrator",
                    "PUT",
                    service,
                    "/local/v1/programme-clock",
                    UUID.randomUUID().toString(),
                    null,
                    Map.of("offset", offset.toString()));
        }
    }
}

package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.notification.delivery.Delivery.Gathering;

@UseCase("Send the mail of a day that has ended")
class CloseDigest {

    private final Journal journal;
    private final ProgrammeClock clock;

    CloseDigest(Journal journal, ProgrammeClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Does nothing when somebody else has closed it. */
    void close(UUID id) {
        var now = clock.instant();
        journal.<Boolean>inTransaction(
                Origin.system("close a digest", UUID.randomUUID()),
                change -> {
                    change.find(DELIVERY, id)
                            .ifPresent(
                                    stored -> {
                                        if (stored.state() instanceof Gathering gathering
                                                && gathering.isClosed(now)) {
                                            change.update(stored, gathering.close(change.now()));
                                        }
                                    });
                    return true;
                });
    }
}

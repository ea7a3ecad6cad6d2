package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.notification.delivery.Digests.Day;
import org.homeward.notification.delivery.Message.Digest;

@UseCase("Send the mail of a day that has ended")
class CloseDigest {

    private final Journal journal;
    private final Digests digests;

    CloseDigest(Journal journal, Digests digests) {
        this.journal = journal;
        this.digests = digests;
    }

    /** Does nothing when somebody else has closed it. */
    void close(Day day) {
        journal.<Boolean>inTransaction(
                Origin.system("close a digest", UUID.randomUUID()),
                change -> {
                    queue(day, change);
                    digests.putOff(day, change);
                    return true;
                });
    }

    private void queue(Day day, Change change) {
        var id = digests.idOf(day);
        if (change.find(DELIVERY, id).isPresent()) {
            return;
        }
        var notices = digests.take(day, change);
        if (!notices.isEmpty()) {
            var digest = new Digest(day.to(), notices);
            change.create(DELIVERY, id, Delivery.queue(id, digest, change.now()));
        }
    }
}

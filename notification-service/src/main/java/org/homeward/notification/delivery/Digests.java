package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.notification.delivery.Delivery.Gathering;
import org.homeward.notification.delivery.Message.Notice;
import org.homeward.notification.delivery.Message.Recipient;
import org.springframework.stereotype.Component;

/**
 * Gathers what is told once a day. A day ends at 7:00 by the programme's clock; what comes when its
 * mail is closed already, or full, is for the next.
 */
@Component
class Digests {

    static final LocalTime CLOSING = LocalTime.of(7, 0);

    private final ProgrammeClock clock;
    private final MessageIds ids;

    Digests(ProgrammeClock clock, MessageIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    void gather(Recipient.Staff to, Notice notice, Change change) {
        for (var day = dayOf(clock.instant()); ; day = day.plusDays(1)) {
            var id = ids.of(new UUID(0, day.toEpochDay()), to.subscription());
            var found = change.find(DELIVERY, id);
            if (found.isEmpty()) {
                change.create(DELIVERY, id, Delivery.gather(id, to, notice, closing(day)));
                return;
            }
            if (found.get().state() instanceof Gathering gathering) {
                if (gathering.message().tells(notice.event())) {
                    return;
                }
                if (gathering.message().hasRoom()) {
                    change.update(found.get(), gathering.and(notice));
                    return;
                }
            }
        }
    }

    /** On which day the mail goes out that tells what comes now. */
    static LocalDate dayOf(Instant now) {
        var here = ZonedDateTime.ofInstant(now, ProgrammeClock.ZONE);
        return here.toLocalTime().isBefore(CLOSING)
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
    }

    static Instant closing(LocalDate day) {
        return ZonedDateTime.of(day, CLOSING, ProgrammeClock.ZONE).toInstant();
    }
}

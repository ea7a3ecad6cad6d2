package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.story.consent.Consents;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes away the stories and pictures whose consent has run out. Readers do not depend on it: the
 * last day is compared at every reading. Any number of instances may do it at once. What can't be
 * taken away keeps nothing else back, and is tried again in the next round.
 */
@Component
class EndedConsents {

    private static final int AT_ONCE = 100;

    private final Journal journal;
    private final Consents consents;
    private final ConsentNews news;
    private final ProgrammeClock clock;
    private final Alarms alarms;

    EndedConsents(
            Journal journal,
            Consents consents,
            ConsentNews news,
            ProgrammeClock clock,
            Alarms alarms) {
        this.journal = journal;
        this.consents = consents;
        this.news = news;
        this.clock = clock;
        this.alarms = alarms;
    }

    @Scheduled(fixedDelayString = "${homeward.story.ended-consents-every:PT30S}")
    void takeAway() {
        for (UUID consent : consents.endedBefore(clock.today(), AT_ONCE)) {
            try {
                follow(consent);
            } catch (RuntimeException failure) {
                alarms.raise(
                        "ended-consent", "what rests on " + consent + " is still kept", failure);
            }
        }
    }

    private void follow(UUID consent) {
        journal.<Boolean>inTransaction(
                Origin.system("consent ended", UUID.randomUUID()),
                change -> {
                    news.follow(consent, change);
                    return true;
                });
    }
}

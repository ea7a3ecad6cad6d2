package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.story.consent.Consents;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Records that stories are retracted whose consent has run out. Readers do not depend on it: the
 * last day is compared at every reading. Any number of instances may do it at once.
 */
@Component
class EndedConsents {

    private static final int AT_ONCE = 100;

    private final Journal journal;
    private final Consents consents;
    private final ConsentNews news;
    private final ProgrammeClock clock;

    EndedConsents(Journal journal, Consents consents, ConsentNews news, ProgrammeClock clock) {
        this.journal = journal;
        this.consents = consents;
        this.news = news;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${homeward.story.ended-consents-every:PT30S}")
    void retract() {
        for (UUID story : consents.endedBefore(clock.today(), AT_ONCE)) {
            journal.<Boolean>inTransaction(
                    Origin.system("consent ended", UUID.randomUUID()),
                    change -> {
                        news.retractIfEnded(story, change);
                        return true;
                    });
        }
    }
}

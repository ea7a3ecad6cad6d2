package org.homeward.story.editorial;

import static org.homeward.story.editorial.StoryRecords.STORIES;

import java.util.UUID;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.kit.inbox.Received;
import org.homeward.kit.journal.Change;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.story.consent.Consents;
import org.springframework.stereotype.Component;

/**
 * What becomes of a consent becomes of the public stories that rest on it, in the same transaction:
 * once the news is handled, the page is gone.
 */
@Component
public class ConsentNews {

    private final Consents consents;
    private final Retraction retraction;
    private final ProgrammeClock clock;

    ConsentNews(Consents consents, Retraction retraction, ProgrammeClock clock) {
        this.consents = consents;
        this.retraction = retraction;
        this.clock = clock;
    }

    /** Takes note, and retracts what nobody may read any more. */
    public void heard(ConsentEvent event, Received received, Change change) {
        if (event.purpose().isForOneStory()) {
            consents.remember(change, event).forEach(story -> retractIfEnded(story, change));
        }
    }

    /** Nothing happens to a story that is public rightly, or not public any more. */
    void retractIfEnded(UUID id, Change change) {
        var stored = change.find(STORIES, id).orElseThrow();
        if (stored.state() instanceof Published story) {
            var known = consents.known(change, story.profile().basis(story.textHash()).consents());
            if (!story.mayStay(known, clock.today())) {
                retraction.of(change, stored, story, null);
            }
        }
    }
}

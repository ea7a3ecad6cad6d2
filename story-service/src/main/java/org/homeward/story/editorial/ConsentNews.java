package org.homeward.story.editorial;

import static org.homeward.story.editorial.StoryRecords.STORIES;

import java.util.List;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.kit.inbox.Received;
import org.homeward.kit.journal.Change;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.story.consent.Consents;
import org.springframework.stereotype.Component;

/**
 * What becomes of a consent becomes of the public stories that rest on it, and of the pictures of
 * whoever gave it, in the same transaction: once the news is handled, the page is gone.
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

    /** Takes note, and takes away what nobody may see any more. */
    public void heard(ConsentEvent event, Received received, Change change) {
        if (event.purpose().isForOneStory()) {
            consents.remember(change, event);
            follow(event.consent(), change);
        }
    }

    /**
     * Retracts the stories that may not stay. Who is not to be shown any more is shown to nobody:
     * of a story that is not public yet only the pictures are gone, and its author goes on.
     */
    void follow(UUID consent, Change change) {
        var resting = consents.restingOn(change, consent);
        resting.stories().forEach(story -> retractIfEnded(story, change));
        if (!consents.known(change, List.of(consent)).over(clock.today()).isEmpty()) {
            for (UUID picture : resting.pictures()) {
                Album.destroy(change, picture);
                consents.hide(change, picture);
            }
        }
    }

    /** Nothing happens to a story that is public rightly, or not public any more. */
    private void retractIfEnded(UUID id, Change change) {
        var stored = change.find(STORIES, id).orElseThrow();
        if (stored.state() instanceof Published story) {
            var known = consents.known(change, story.profile().basis(story.textHash()).consents());
            if (!story.mayStay(known, clock.today())) {
                retraction.of(change, stored, story, null);
            }
        }
    }
}

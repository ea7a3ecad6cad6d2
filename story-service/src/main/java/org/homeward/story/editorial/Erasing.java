package org.homeward.story.editorial;

import static org.homeward.story.editorial.StoryRecords.STORIES;

import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.kit.inbox.Received;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.story.erasure.ErasureDone;
import org.springframework.stereotype.Component;

/**
 * Destroys what was written or shown for the consent of somebody who was erased, whether it was
 * ever public or not, and every story that is not where she was left out since. What is written at
 * the same moment is found here, or begins anew and is refused: whoever writes of her changes the
 * row of her consent, as her no does.
 */
@Component
public class Erasing {

    private final ConsentNews news;

    Erasing(ConsentNews news) {
        this.news = news;
    }

    /** What is public by it goes as with a withdrawal; then what is not goes as well. */
    public void heard(ConsentErased event, Received received, Change change) {
        var order = event.erasure();
        if (order != null) {
            news.heard(event, received, change);
            naming(event.consent(), change);
            ErasureDone.confirm(order, change);
        }
    }

    private static void naming(UUID consent, Change change) {
        change.findAll(STORIES, new Document(StoryRecords.NAMED, consent))
                .forEach(story -> erase(story, change));
    }

    private static void erase(Stored<Story> stored, Change change) {
        switch (stored.state()) {
            case Draft _, InReview _, Approved _ -> {
                change.update(stored, Erased.of(stored.state(), change.now()));
                change.destroyKey(stored.id());
                Album.destroyAll(change, stored.id());
            }
            case Retracted retracted -> {
                // why it was retracted by hand may tell of her
                if (retracted.note() != null) {
                    change.destroyKey(retracted.note());
                }
            }
            // what is public rests on no consent that was withdrawn: she was left out before it was
            case Published _, Erased _ -> {}
        }
    }
}

package org.homeward.story.editorial;

import static org.homeward.story.editorial.StoryRecords.STORIES;

import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;

/** To an author, the stories of others look as if they did not exist. */
final class OwnStories {

    private OwnStories() {}

    /**
     * Loads what the caller has written, in the version the caller has seen.
     *
     * @throws NotFound when it is somebody else's, or nobody's
     */
    static Stored<Story> load(Change change, UUID id, Call call) {
        ofAnyVersion(change, id, call);
        return change.loadMatching(STORIES, id, call);
    }

    /**
     * Loads what the caller has written, for what doesn't change it.
     *
     * @throws NotFound as {@link #load}
     */
    static Stored<Story> ofAnyVersion(Change change, UUID id, Call call) {
        var stored = change.load(STORIES, id, call.scope());
        if (!stored.state().profile().author().equals(call.actor().subject())) {
            throw new NotFound();
        }
        return stored;
    }
}

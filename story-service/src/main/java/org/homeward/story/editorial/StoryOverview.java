package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.journal.Stored;

/** A story in a list: how far it is, and nothing of what it tells. */
record StoryOverview(UUID id, String state, StoryKind kind, String programme, long version) {

    static StoryOverview of(Stored<Story> stored) {
        var profile = stored.state().profile();
        return new StoryOverview(
                stored.id(),
                stored.state().stateName(),
                profile.kind(),
                profile.programme(),
                stored.version());
    }
}

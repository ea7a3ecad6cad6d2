package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.story.consent.Consents;
import org.homeward.story.publication.PublicPages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a retraction takes with it, in one change: the page, words and pictures, and their keys. */
@Component
class Retraction {

    private final Consents consents;
    private final PublicPages pages;

    Retraction(Consents consents, PublicPages pages) {
        this.consents = consents;
        this.pages = pages;
    }

    /**
     * @param note where the reason is kept, if somebody gave one
     */
    Stored<Story> of(Change change, Stored<Story> stored, Published story, @Nullable UUID note) {
        var after = change.update(stored, story.retract(note, change.now()));
        pages.close(change, story.page(), change.now());
        consents.release(change, story.profile().basis(story.textHash()).consents(), stored.id());
        change.destroyKey(stored.id());
        Album.destroyAll(change, stored.id());
        return after;
    }
}

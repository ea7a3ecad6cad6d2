package org.homeward.story.editorial;

import static org.homeward.story.picture.PictureRecords.PICTURES;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Stored;
import org.homeward.story.consent.Consents;
import org.homeward.story.picture.Picture;
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
        destroyPictures(change, stored.id());
        return after;
    }

    /** Those it shows, and those that were sent in for it and never shown. */
    private static void destroyPictures(Change change, UUID story) {
        var ofStory = query(where("state.story").is(story));
        ofStory.fields().include("_id");
        for (Document found : change.mongo().find(ofStory, Document.class, PICTURES.collection())) {
            var picture = change.find(PICTURES, found.get("_id", UUID.class)).orElseThrow();
            change.update(picture, Decision.of(new Picture.Destroyed(story)));
            change.destroyKey(picture.id());
        }
    }
}

package org.homeward.story.editorial;

import static org.homeward.story.picture.PictureRecords.KEPT;
import static org.homeward.story.picture.PictureRecords.PICTURES;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Stored;
import org.homeward.story.picture.Picture;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The pictures that are kept for a story. They are counted, for a retraction takes all of them with
 * it in one transaction.
 */
final class Album {

    /** Two more than a story shows. */
    static final int MOST = 10;

    private static final String COLLECTION = "albums";
    private static final String KEPT_PICTURES = "kept";

    private Album() {}

    /**
     * @throws AlbumFull when there are as many as there may be
     */
    static Stored<Picture> add(Change change, UUID id, Picture.Kept picture) {
        // two at the same moment count in the same row, so one waits for the other and sees it
        if (count(change, picture.story(), 1) > MOST) {
            throw new AlbumFull();
        }
        return change.create(PICTURES, id, Decision.of(picture));
    }

    /** Whether it is known already that there is room for no other. */
    static boolean isFull(MongoOperations mongo, UUID story) {
        return mongo.exists(query(where("_id").is(story).and(KEPT_PICTURES).gte(MOST)), COLLECTION);
    }

    /**
     * @throws StoryIncomplete when one that the story shows is gone: readers would see that it is
     */
    static void requireKept(Change change, Profile profile) {
        var gone = new ArrayList<String>();
        for (int i = 0; i < profile.pictures().size(); i++) {
            var picture = change.find(PICTURES, profile.pictures().get(i).picture());
            if (!(picture.map(Stored::state).orElse(null) instanceof Picture.Kept)) {
                gone.add("pictures/" + i);
            }
        }
        if (!gone.isEmpty()) {
            throw new StoryIncomplete(gone);
        }
    }

    /** Neither picture nor key is left; nothing happens where none is. */
    static void destroy(Change change, UUID id) {
        var stored = change.find(PICTURES, id).orElseThrow();
        if (stored.state() instanceof Picture.Kept kept) {
            destroy(change, stored, kept);
        }
    }

    /** Neither picture nor key is left. */
    static Stored<Picture> destroy(Change change, Stored<Picture> stored, Picture.Kept kept) {
        var after = change.update(stored, Decision.of(new Picture.Destroyed(kept.story())));
        change.destroyKey(stored.id());
        count(change, kept.story(), -1);
        return after;
    }

    /**
     * Those it shows, and those that were sent in for it and never shown. From then on it is full:
     * one that is sent in at the same moment waits for this and finds no room, or goes as well.
     */
    static void destroyAll(Change change, UUID story) {
        var ofStory = query(where("state.story").is(story).and("state._class").is(KEPT));
        ofStory.fields().include("_id");
        for (Document found : change.mongo().find(ofStory, Document.class, PICTURES.collection())) {
            destroy(change, found.get("_id", UUID.class));
        }
        count(change, story, MOST);
    }

    private static int count(Change change, UUID story, int more) {
        var album =
                change.mongo()
                        .findAndModify(
                                query(where("_id").is(story)),
                                new Update().inc(KEPT_PICTURES, more),
                                FindAndModifyOptions.options().upsert(true).returnNew(true),
                                Document.class,
                                COLLECTION);
        return album == null ? 0 : album.getInteger(KEPT_PICTURES);
    }
}

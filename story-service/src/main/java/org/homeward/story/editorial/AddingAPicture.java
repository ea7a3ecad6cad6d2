package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.story.picture.Darkroom;
import org.springframework.data.mongodb.core.MongoOperations;

@UseCase("Send a picture in for a draft, where it may be put into the story from then on")
class AddingAPicture {

    private final Journal journal;
    private final ReadingStories reading;
    private final Darkroom darkroom;
    private final MongoOperations mongo;

    AddingAPicture(
            Journal journal, ReadingStories reading, Darkroom darkroom, MongoOperations mongo) {
        this.journal = journal;
        this.reading = reading;
        this.darkroom = darkroom;
        this.mongo = mongo;
    }

    /**
     * Only for a draft: what was retracted must never get another picture. It is developed only for
     * who may send it in and has not done so: that takes a second.
     */
    Receipt add(UUID story, AddPicture body, Call call) {
        var draft = reading.own(story, call.actor(), call.scope());
        return journal.answered(call)
                .orElseGet(
                        () -> {
                            draft.state().as(Draft.class);
                            if (Album.isFull(mongo, story)) {
                                throw new AlbumFull();
                            }
                            return addAnew(story, body, call);
                        });
    }

    private Receipt addAnew(UUID story, AddPicture body, Call call) {
        var id = body.picture();
        var picture = darkroom.develop(story, body.bytes());
        return journal.run(
                call,
                change -> {
                    OwnStories.ofAnyVersion(change, story, call).state().as(Draft.class);
                    return Receipt.created(
                            "/api/v1/stories/" + story + "/pictures/" + id,
                            Album.add(change, id, picture));
                });
    }
}

package org.homeward.story.editorial;

import static org.homeward.story.picture.PictureRecords.PICTURES;

import java.util.UUID;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.story.picture.Darkroom;

@UseCase("Send a picture in for a draft, where it may be put into the story from then on")
class AddingAPicture {

    private final Journal journal;
    private final Darkroom darkroom;

    AddingAPicture(Journal journal, Darkroom darkroom) {
        this.journal = journal;
        this.darkroom = darkroom;
    }

    /** Only for a draft: what was retracted must never get another picture. */
    Receipt add(UUID story, AddPicture body, Call call) {
        var id = body.picture();
        var picture = darkroom.develop(story, body.bytes());
        return journal.run(
                call,
                change -> {
                    OwnStories.ofAnyVersion(change, story, call).state().as(Draft.class);
                    return Receipt.created(
                            "/api/v1/stories/" + story + "/pictures/" + id,
                            change.create(PICTURES, id, Decision.of(picture)));
                });
    }
}

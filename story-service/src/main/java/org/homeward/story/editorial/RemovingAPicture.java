package org.homeward.story.editorial;

import static org.homeward.story.picture.PictureRecords.PICTURES;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.homeward.story.consent.Consents;
import org.homeward.story.picture.Picture;

@UseCase("Destroy a picture that was sent in for a draft and is not in it")
class RemovingAPicture {

    private final Journal journal;
    private final Consents consents;

    RemovingAPicture(Journal journal, Consents consents) {
        this.journal = journal;
        this.consents = consents;
    }

    /**
     * @throws NotFound when there is no such picture for it, or none any more
     * @throws PictureShown when the draft shows it
     */
    Receipt remove(UUID story, UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var draft =
                            OwnStories.ofAnyVersion(change, story, call).state().as(Draft.class);
                    var stored = change.find(PICTURES, id).orElseThrow(NotFound::new);
                    if (!(stored.state() instanceof Picture.Kept kept)
                            || !kept.story().equals(story)) {
                        throw new NotFound();
                    }
                    if (draft.profile().shows(id)) {
                        throw new PictureShown();
                    }
                    consents.hide(change, id);
                    return Receipt.ok(
                            "/api/v1/stories/" + story, Album.destroy(change, stored, kept));
                });
    }
}

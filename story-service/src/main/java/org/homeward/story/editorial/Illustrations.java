package org.homeward.story.editorial;

import static org.homeward.story.picture.PictureRecords.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.web.InvalidBody;
import org.homeward.story.picture.Picture;

/** The pictures that an author puts into a story: those that were sent in for it. */
final class Illustrations {

    private Illustrations() {}

    /**
     * @throws InvalidBody when one was not sent in for this story
     */
    static List<Illustration> of(List<StoryContent.Pictured> wanted, UUID story, Change change) {
        var illustrations = new ArrayList<Illustration>();
        for (int i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            var picture = change.find(PICTURES, one.id()).map(Stored::state).orElse(null);
            if (!(picture instanceof Picture.Kept kept) || !kept.story().equals(story)) {
                throw new InvalidBody(
                        "/pictures/" + i + "/id",
                        "must be a picture that was sent in for this story");
            }
            illustrations.add(
                    new Illustration(
                            one.id(), kept.hash(), kept.sizes(), one.faces(), one.shown()));
        }
        return illustrations;
    }
}

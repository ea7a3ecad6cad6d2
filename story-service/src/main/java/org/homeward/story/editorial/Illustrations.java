package org.homeward.story.editorial;

import static org.homeward.story.picture.PictureRecords.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.InvalidBody;
import org.homeward.story.consent.Consents;
import org.homeward.story.picture.Picture;
import org.springframework.stereotype.Component;

/** The pictures that an author puts into a story: those that were sent in for it. */
@Component
class Illustrations {

    private final Consents consents;
    private final ProgrammeClock clock;

    Illustrations(Consents consents, ProgrammeClock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * From now on each picture is known to show those whose consents stand beside it.
     *
     * @throws InvalidBody when a picture was not sent in for this story, or somebody in it does not
     *     agree any more
     */
    List<Illustration> of(List<StoryContent.Pictured> wanted, UUID story, Change change) {
        var illustrations = new ArrayList<Illustration>();
        for (int i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            var picture = change.find(PICTURES, one.id()).map(Stored::state).orElse(null);
            if (!(picture instanceof Picture.Kept kept) || !kept.story().equals(story)) {
                throw new InvalidBody(
                        "/pictures/" + i + "/id",
                        "must be a picture that was sent in for this story");
            }
            if (!consents.known(change, one.shown()).over(clock.today()).isEmpty()) {
                throw new InvalidBody(
                        "/pictures/" + i + "/shown",
                        "must be consents that nobody has refused or taken back");
            }
            consents.show(change, one.shown(), one.id());
            illustrations.add(
                    new Illustration(
                            one.id(), kept.hash(), kept.sizes(), one.faces(), one.shown()));
        }
        return illustrations;
    }
}

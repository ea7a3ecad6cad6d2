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
     * From now on each picture is known to show those whose consents stand beside it, and nobody
     * else.
     *
     * @throws InvalidBody when a picture was not sent in for this story, or somebody in it does not
     *     agree any more or was asked for another picture
     */
    List<Illustration> of(List<StoryContent.Pictured> wanted, UUID story, Change change) {
        var kept = new ArrayList<Picture.Kept>();
        for (int i = 0; i < wanted.size(); i++) {
            kept.add(kept(wanted.get(i).id(), i, story, change));
        }
        // of all of them first, for two may be corrected against each other
        wanted.forEach(one -> consents.showNobodyBut(change, one.shown(), one.id()));
        var illustrations = new ArrayList<Illustration>();
        for (int i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            var picture = kept.get(i);
            if (!consents.known(change, one.shown()).over(clock.today()).isEmpty()) {
                throw new InvalidBody(
                        "/pictures/" + i + "/shown",
                        "must be consents that nobody has refused or taken back");
            }
            if (consents.showAnother(change, one.shown(), one.id())) {
                throw new InvalidBody(
                        "/pictures/" + i + "/shown",
                        "must be consents that were asked for this picture alone");
            }
            consents.show(change, one.shown(), one.id());
            illustrations.add(
                    new Illustration(
                            one.id(), picture.hash(), picture.sizes(), one.faces(), one.shown()));
        }
        return illustrations;
    }

    private static Picture.Kept kept(UUID id, int at, UUID story, Change change) {
        if (change.find(PICTURES, id).map(Stored::state).orElse(null) instanceof Picture.Kept kept
                && kept.story().equals(story)) {
            return kept;
        }
        throw new InvalidBody(
                "/pictures/" + at + "/id", "must be a picture that was sent in for this story");
    }
}

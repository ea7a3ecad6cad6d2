package org.homeward.story.site;

import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.InvalidCursor;
import org.homeward.story.publication.PublicPage;
import org.homeward.story.publication.PublicPages.Place;
import org.homeward.story.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links to the older parts of a list. */
@Component
class Places {

    private final Cursors cursors;

    Places(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Path of the part that begins after this page. */
    String after(PublicPage.Open page, Language language, @Nullable StoryKind kind) {
        var place = Place.of(page, kind);
        var list = Frames.in(language, Kinds.query(kind));
        return list
                + (kind == null ? "?older=" : "&older=")
                + cursors.encode(place.at(), place.id(), list);
    }

    /**
     * @throws PageNotFound when it is not a link of ours
     */
    Place read(String cursor, Language language, @Nullable StoryKind kind) {
        try {
            var position = cursors.decode(cursor, Frames.in(language, Kinds.query(kind)));
            return new Place(position.created(), position.id());
        } catch (InvalidCursor forged) {
            throw new PageNotFound();
        }
    }
}

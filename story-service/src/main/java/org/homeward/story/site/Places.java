package org.homeward.story.site;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.InvalidCursor;
import org.homeward.story.publication.PublicPage;
import org.homeward.story.publication.PublicPages.Place;
import org.homeward.story.text.Language;
import org.springframework.stereotype.Component;

/** Links to the older parts of the list. */
@Component
class Places {

    private final Cursors cursors;

    Places(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Path of the part that begins after this page. */
    String after(PublicPage.Open page, Language language) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, page.published());
        return Frames.in(language, "?older=" + cursors.encode(micros, page.id(), filter(language)));
    }

    /**
     * @throws PageNotFound when it is not a link of ours
     */
    Place read(String cursor, Language language) {
        try {
            var position = cursors.decode(cursor, filter(language));
            return new Place(
                    Instant.EPOCH.plus(position.created(), ChronoUnit.MICROS), position.id());
        } catch (InvalidCursor forged) {
            throw new PageNotFound();
        }
    }

    private static String filter(Language language) {
        return "site/" + language.tag();
    }
}

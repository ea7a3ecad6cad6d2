package org.homeward.story.editorial;

import java.time.Instant;
import org.homeward.kit.journal.Decision;

/**
 * Somebody whom it told of, or showed, was erased before it was public: it has no words any more,
 * and knows of nobody. It is final.
 */
public record Erased(Profile profile, Instant at) implements Story {

    static Decision<Erased> of(Story unpublished, Instant when) {
        return Decision.of(new Erased(unpublished.profile().withoutPeople(), when));
    }
}

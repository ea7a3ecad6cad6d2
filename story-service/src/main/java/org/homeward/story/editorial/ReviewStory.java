package org.homeward.story.editorial;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.homeward.kit.web.InvalidBody;
import org.jspecify.annotations.Nullable;

/**
 * Body of a review.
 *
 * @param reason what has to change; only when it is returned
 */
record ReviewStory(@NotNull Verdict verdict, @Size(max = 2000) @Nullable String reason) {

    enum Verdict {
        APPROVE,
        RETURN
    }

    /**
     * @throws InvalidBody when a story is returned without a word
     */
    String givenReason() {
        if (reason == null || reason.isBlank()) {
            throw new InvalidBody("/reason", "must say what has to change");
        }
        return reason.strip();
    }
}

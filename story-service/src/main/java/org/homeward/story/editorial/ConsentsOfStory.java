package org.homeward.story.editorial;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.story.consent.ConsentStanding;
import org.jspecify.annotations.Nullable;

/**
 * Which consents a story needs and how each stands for its present text.
 *
 * @param textHash of the present text; null once it is retracted
 * @param complete whether nothing is missing for its publication
 * @param current whether it is certain that no news of a consent is under way
 */
record ConsentsOfStory(
        @Nullable String textHash,
        boolean complete,
        boolean current,
        List<ConsentStanding> consents) {

    /** Under which a read of it is recorded: the story, and each consent that is shown. */
    List<UUID> records(UUID story) {
        return Stream.concat(Stream.of(story), consents.stream().map(ConsentStanding::consent))
                .toList();
    }
}

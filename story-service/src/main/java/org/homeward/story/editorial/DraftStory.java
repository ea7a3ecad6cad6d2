package org.homeward.story.editorial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.web.InvalidBody;
import org.jspecify.annotations.Nullable;

/**
 * Body of a new story.
 *
 * @param id made by the client, or left out
 */
record DraftStory(
        @Nullable UUID id, @NotNull StoryKind kind, @NotNull @Valid StoryContent content) {

    private static final int RANDOM = 4;
    private static final int RFC_9562 = 2;

    /**
     * The client's id, or a new one.
     *
     * @throws InvalidBody when it is not random: it stands on the topics, and others would tell
     *     when or where it was made
     */
    UUID story() {
        if (id == null) {
            return UUID.randomUUID();
        }
        if (id.version() != RANDOM || id.variant() != RFC_9562) {
            throw new InvalidBody("/id", "must be a random UUID (version 4)");
        }
        return id;
    }
}

package org.homeward.story.editorial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.web.RandomId;
import org.jspecify.annotations.Nullable;

/**
 * Body of a new story.
 *
 * @param id made by the client, or left out
 */
record DraftStory(
        @Nullable @RandomId UUID id,
        @NotNull StoryKind kind,
        @NotNull @Valid StoryContent content) {

    /** The client's id, or a new one. */
    UUID story() {
        return id == null ? UUID.randomUUID() : id;
    }
}

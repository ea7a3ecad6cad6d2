package org.homeward.story.editorial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.homeward.contracts.story.StoryKind;
import org.jspecify.annotations.Nullable;

/**
 * Body of a new story.
 *
 * @param id made by the client, or left out
 */
record DraftStory(
        @Nullable UUID id, @NotNull StoryKind kind, @NotNull @Valid StoryContent content) {}

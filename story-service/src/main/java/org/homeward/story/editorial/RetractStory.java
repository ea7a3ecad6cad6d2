package org.homeward.story.editorial;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Body of a retraction by hand. */
record RetractStory(@NotBlank @Size(max = 2000) String reason) {}

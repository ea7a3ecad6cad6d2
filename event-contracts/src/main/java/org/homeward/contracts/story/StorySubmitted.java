package org.homeward.contracts.story;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** A story was handed in for its reviews. */
@EventType(
        value = "homeward.story.submitted.v1",
        says = "A story was handed in for its disclosure review and its content review.")
public record StorySubmitted(@Carries(kind = RANDOM_ID, because = Because.STORY) UUID story)
        implements StoryEvent {}

package org.homeward.contracts.story;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/**
 * A story is no longer public. It does not say why, and never will: a reason would tell that
 * somebody has withdrawn a consent.
 */
@EventType(
        value = "homeward.story.retracted.v1",
        says =
                "A story is no longer public: remove what you show or link of it. The reason is not told.")
public record StoryRetracted(@Carries(kind = RANDOM_ID, because = Because.STORY) UUID story)
        implements StoryEvent {}

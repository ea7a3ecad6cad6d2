package org.homeward.contracts.story;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** Both reviews have approved a story; it still needs the consents in force to be published. */
@EventType(
        value = "homeward.story.approved.v1",
        says = "Both reviews have approved a story; it is not public yet.")
public record StoryApproved(@Carries(kind = RANDOM_ID, because = Because.STORY) UUID story)
        implements StoryEvent {}

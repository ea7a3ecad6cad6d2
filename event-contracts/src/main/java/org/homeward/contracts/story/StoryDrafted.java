package org.homeward.contracts.story;

import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** A story was begun; nothing of it is public. */
@EventType(
        value = "homeward.story.drafted.v1",
        says = "A story was begun; nothing of it is public.")
public record StoryDrafted(
        @Carries(kind = RANDOM_ID, because = Because.STORY) UUID story,
        @Carries(kind = CODE, because = Because.KIND) StoryKind kind)
        implements StoryEvent {}

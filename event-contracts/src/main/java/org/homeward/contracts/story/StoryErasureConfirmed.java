package org.homeward.contracts.story;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** What story-service kept of somebody who was erased is destroyed. */
@EventType(
        value = "homeward.story.erasure-confirmed.v1",
        says =
                "What story-service kept of somebody who was erased is destroyed; of whom is not told.")
public record StoryErasureConfirmed(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, of one erasure, or of one consent that ended with it: on no"
                                        + " topic that others than the services read.")
                UUID erasure)
        implements StoryErasureEvent {}

package org.homeward.story.editorial;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A story that is no longer public and has no words any more: their key is destroyed. It is final;
 * to tell it again is another story, with consents of its own.
 *
 * @param note where the reason of a retraction by hand is kept; null for the end of a consent
 */
public record Retracted(Profile profile, UUID page, @Nullable UUID note, Instant at)
        implements Story {}

package org.homeward.story.editorial;

import java.time.Instant;
import org.homeward.kit.sealing.Secret;

/**
 * A reviewer's no: what has to change.
 *
 * @param reviewer subject
 * @param reason free text; may name what must not be named
 */
public record Returned(Review review, String reviewer, Secret<String> reason, Instant at) {}

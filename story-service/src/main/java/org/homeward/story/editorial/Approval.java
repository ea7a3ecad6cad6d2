package org.homeward.story.editorial;

import java.time.Instant;

/**
 * A reviewer's yes.
 *
 * @param reviewer subject
 */
public record Approval(String reviewer, Instant at) {}

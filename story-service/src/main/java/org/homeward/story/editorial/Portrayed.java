package org.homeward.story.editorial;

import java.util.UUID;

/**
 * A person whom a story is about; known here only by the consent that was asked for this story.
 *
 * @param nameChanged told under a pseudonym, which the page says
 */
public record Portrayed(UUID consent, boolean nameChanged) {}

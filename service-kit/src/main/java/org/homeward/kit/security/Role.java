package org.homeward.kit.security;

/**
 * A role of the table.
 *
 * @param everywhere whether it sees the records of all organisations, not only of the actor's own
 */
public record Role(String name, boolean everywhere) {}

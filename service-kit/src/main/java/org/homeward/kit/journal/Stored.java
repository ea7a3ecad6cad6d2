package org.homeward.kit.journal;

import java.util.UUID;

/**
 * An aggregate as the database holds it.
 *
 * @param version 1, 2, 3…: one for each change; the ETag of the resource
 * @param sequence how many events it has had; they are numbered 1 to this without a gap
 */
public record Stored<A>(AggregateType<A> type, UUID id, A state, long version, long sequence) {}

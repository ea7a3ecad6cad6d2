package org.homeward.kit.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted; an argument of every controller method that lists.
 *
 * @param limit 1 to 100
 * @param cursor as an earlier page gave it; null for the first
 */
public record PageRequest(int limit, @Nullable String cursor) {}

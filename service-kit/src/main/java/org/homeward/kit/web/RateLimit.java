package org.homeward.kit.web;

/**
 * How often one subject may make a call; one that asks for several counts as so many.
 *
 * @param perMinute in each minute of the clock; at least 1
 * @param perDay in each day of Dushanbe; at least 1
 */
public record RateLimit(int perMinute, int perDay) {

    public RateLimit {
        if (perMinute < 1 || perDay < 1) {
            throw new IllegalArgumentException("a limit that lets nobody through");
        }
    }
}

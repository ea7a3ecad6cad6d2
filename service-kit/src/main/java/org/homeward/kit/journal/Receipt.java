package org.homeward.kit.journal;

import java.util.UUID;

/**
 * The answer of a command, stored with it and given again to every repetition. It never holds
 * personal data.
 *
 * @param status 200 or 201
 * @param location path of the resource that was made or changed
 */
public record Receipt(int status, String location, UUID id, long version, long sequence) {

    public static Receipt created(String location, Stored<?> made) {
        return new Receipt(201, location, made.id(), made.version(), made.sequence());
    }

    public static Receipt ok(String location, Stored<?> changed) {
        return new Receipt(200, location, changed.id(), changed.version(), changed.sequence());
    }
}

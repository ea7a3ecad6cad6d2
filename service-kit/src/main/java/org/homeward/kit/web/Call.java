package org.homeward.kit.web;

import java.util.UUID;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A command as it was called; the argument of every controller method that changes something.
 *
 * @param scope what the roles that allow this endpoint let the actor touch
 * @param path as called, without query
 * @param action the method and the path's pattern, for the audit and the metrics
 * @param key the Idempotency-Key, without its quotes
 * @param ifMatch the version named by If-Match; null without the header
 * @param fingerprint keyed hash of the body's bytes
 */
public record Call(
        Actor actor,
        Scope scope,
        String method,
        String path,
        String action,
        String key,
        @Nullable Long ifMatch,
        String fingerprint) {

    /** A new origin for the audit: one command id for all entries of one run. */
    public Origin origin() {
        return new Origin(
                actor.subject(),
                actor.pseudonym(),
                actor.organisation(),
                action,
                UUID.randomUUID());
    }
}

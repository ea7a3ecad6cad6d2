package org.homeward.notification.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.kit.sealing.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Where to post what, and how it is signed.
 *
 * @param url sealed, for it may hold a token of the receiver's
 * @param events CloudEvents types that are wanted
 * @param keys the newest first
 * @param replay what is being posted once more; null when nothing is
 */
record Endpoint(
        Secret<String> url, Set<String> events, List<SigningKey> keys, @Nullable Replay replay) {

    Endpoint {
        events = Set.copyOf(events);
        keys = List.copyOf(keys);
    }

    static Endpoint of(String url, Set<String> events, String secret) {
        return new Endpoint(Secret.of(url), events, List.of(SigningKey.of(secret)), null);
    }

    /** By this one and no other. */
    Endpoint signedBy(String secret) {
        return new Endpoint(url, events, List.of(SigningKey.of(secret)), replay);
    }

    Endpoint rotated(String secret, Instant now) {
        var all = new ArrayList<SigningKey>();
        all.add(SigningKey.of(secret));
        signing(now).forEach(key -> all.add(key.ending(now.plus(Webhook.OVERLAP))));
        return new Endpoint(url, events, all, replay);
    }

    Endpoint replaying(@Nullable Replay rest) {
        return new Endpoint(url, events, keys, rest);
    }

    /** The keys that sign now, the newest first. */
    List<SigningKey> signing(Instant now) {
        return keys.stream().filter(key -> key.signs(now)).toList();
    }

    /**
     * One of an endpoint's keys.
     *
     * @param secret as its owner was shown it: {@code whsec_…}
     * @param until when it was replaced, the end of its time
     */
    record SigningKey(Secret<String> secret, @Nullable Instant until) {

        static SigningKey of(String secret) {
            return new SigningKey(Secret.of(secret), null);
        }

        boolean signs(Instant now) {
            return until == null || now.isBefore(until);
        }

        /** Ends then, or when it was to end before. */
        SigningKey ending(Instant end) {
            return until == null ? new SigningKey(secret, end) : this;
        }
    }
}

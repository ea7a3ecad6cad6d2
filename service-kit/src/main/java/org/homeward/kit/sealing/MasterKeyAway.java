package org.homeward.kit.sealing;

import java.security.GeneralSecurityException;

/**
 * The master key can't be asked now: the service that keeps it does not answer, or not in time.
 * Nothing is known of what it wraps, so nothing is taken for broken or erased; a later try may
 * succeed.
 */
public final class MasterKeyAway extends GeneralSecurityException {

    private static final long serialVersionUID = 1L;

    public MasterKeyAway(Throwable why) {
        super("the master key can't be asked now", why);
    }
}

package org.homeward.beneficiary.denial;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.access.TokensDenied;

/**
 * That tokens of an account are refused by all services when they were issued up to a moment. It is
 * never taken back: who signs in anew has other tokens.
 *
 * @param subject of the account, as tokens name it
 * @param by subject of the administrator
 * @param at tokens issued until then are refused
 */
record TokenDenial(UUID id, String subject, Reason reason, String by, Instant at) {

    /** Why, in words that tell nothing of the person. */
    enum Reason {
        DEVICE_LOST,
        PASSWORD_KNOWN,
        LEFT_THE_PROGRAMME
    }

    /**
     * What the services are told.
     *
     * @param account pseudonym of the account
     */
    TokensDenied told(UUID account) {
        return new TokensDenied(id, account, at);
    }
}

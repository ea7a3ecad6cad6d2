package org.homeward.beneficiary.selection;

import org.jspecify.annotations.Nullable;

/**
 * A holder's part of the lottery.
 *
 * @param holder subject
 * @param hash SHA-256 of the secret's text, given before the freeze
 * @param secret null until it is told after the freeze
 */
record Commitment(String holder, String hash, @Nullable String secret) {

    /** Whether this is what was committed to. */
    boolean isTo(String told) {
        return Digest.of(told).equals(hash);
    }
}

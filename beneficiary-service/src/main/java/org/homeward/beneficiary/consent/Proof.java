package org.homeward.beneficiary.consent;

import org.jspecify.annotations.Nullable;

/**
 * How a consent was given.
 *
 * @param evidence SHA-256 of the scan or recording, in hexadecimal
 * @param witness subject of the staff member who saw it; not who asked
 */
public record Proof(Way way, @Nullable String evidence, @Nullable String witness) {

    /** The ways there are. */
    public enum Way {
        SIGNED_FORM,
        WITNESSED_THUMBPRINT,
        RECORDED_VOICE
    }
}

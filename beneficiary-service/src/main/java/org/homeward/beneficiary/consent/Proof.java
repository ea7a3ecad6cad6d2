package org.homeward.beneficiary.consent;

/**
 * How a consent was given.
 *
 * @param evidence SHA-256 of the scan or recording, in hexadecimal
 * @param witness subject of the staff member who saw and recorded it; for a thumbprint never who
 *     asked
 */
public record Proof(Way way, String evidence, String witness) {

    /** The ways there are. */
    public enum Way {
        SIGNED_FORM,
        WITNESSED_THUMBPRINT,
        RECORDED_VOICE
    }
}

package org.homeward.beneficiary.consent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a consent was given.
 *
 * @param evidence SHA-256 of the scan or recording, in hexadecimal
 * @param item id of the evidence where it is kept here; null when it is kept elsewhere
 * @param witness subject of the staff member who saw and recorded it; for a thumbprint never who
 *     asked
 */
public record Proof(Way way, String evidence, @Nullable UUID item, String witness) {

    /** The ways there are. */
    public enum Way {
        SIGNED_FORM,
        WITNESSED_THUMBPRINT,
        RECORDED_VOICE
    }
}

package org.homeward.beneficiary.evidence;

import java.time.Instant;
import java.util.UUID;
import org.homeward.kit.image.ImageFormat;
import org.homeward.kit.journal.Decision;

/**
 * That there is a scan or a photograph of or about a person; its content lies beside, sealed under
 * the person's key. It is never changed: what is wrong is followed by another.
 *
 * @param hash SHA-256 of the content as it is kept, in hexadecimal
 * @param bytes length of that content
 * @param addedBy subject of the worker
 */
public record Evidence(
        UUID id,
        UUID beneficiary,
        Kind kind,
        ImageFormat format,
        String hash,
        int bytes,
        String addedBy,
        Instant addedAt) {

    /** What it shows. */
    public enum Kind {
        SIGNED_FORM,
        SIGNATURE,
        THUMBPRINT,
        DOCUMENT,
        PHOTOGRAPH
    }

    static Decision<Evidence> added(Evidence evidence) {
        return Decision.of(evidence);
    }
}

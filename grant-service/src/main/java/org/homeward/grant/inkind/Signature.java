package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.sealing.Secret;

/**
 * What the person signed for.
 *
 * @param evidence id under which the scan of the delivery note with signature or thumbprint is kept
 * @param hash SHA-256 of the scan
 * @param serialNumbers of the units, by which a stranger would know whose they are
 */
record Signature(Way way, UUID evidence, String hash, Secret<SerialNumbers> serialNumbers) {

    /** How it was signed. */
    enum Way {
        SIGNATURE,
        THUMBPRINT
    }
}

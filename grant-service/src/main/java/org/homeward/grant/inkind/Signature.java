package org.homeward.grant.inkind;

import java.util.List;

/**
 * What the person signed for.
 *
 * @param evidence SHA-256 of the scan of the delivery note with signature or thumbprint
 * @param serialNumbers of the units
 */
record Signature(Way way, String evidence, List<String> serialNumbers) {

    /** How it was signed. */
    enum Way {
        SIGNATURE,
        THUMBPRINT
    }

    Signature {
        serialNumbers = List.copyOf(serialNumbers);
    }
}

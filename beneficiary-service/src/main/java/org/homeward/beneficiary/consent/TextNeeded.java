package org.homeward.beneficiary.consent;

import org.homeward.kit.web.Problem;

/** A yes to a story names its final text, one to a photograph the picture; others name none. */
final class TextNeeded extends Problem {

    private static final long serialVersionUID = 1L;

    TextNeeded() {
        super(
                400,
                "text-hash",
                "Hash of the final text or picture",
                "textHash is needed for STORY_PUBLICATION and PHOTOGRAPH and for nothing else.");
    }
}

package org.homeward.story.disclosure;

import java.util.Map;
import java.util.UUID;
import org.homeward.kit.web.Problem;

/** A story names a consent that was never asked for. */
final class ConsentUnknown extends Problem {

    private static final long serialVersionUID = 1L;

    ConsentUnknown(UUID consent) {
        super(
                409,
                "consent-unknown",
                "Consent unknown",
                "This consent was never asked for: the author has to correct the story.",
                Map.of("consent", consent));
    }
}

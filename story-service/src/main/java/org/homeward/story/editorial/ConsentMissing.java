package org.homeward.story.editorial;

import java.util.List;
import java.util.Map;
import org.homeward.kit.web.Problem;
import org.homeward.story.consent.ConsentStanding;

/**
 * Somebody in the story does not agree to this text, or not any more, or was not asked for this
 * story; or something is to be written of somebody who has said no.
 */
final class ConsentMissing extends Problem {

    private static final long serialVersionUID = 1L;

    ConsentMissing(List<ConsentStanding> missing) {
        super(
                409,
                "consent-missing",
                "Consent missing",
                "To be public, everybody in the story must agree to exactly this text of it, and still"
                        + " agree now. Nothing is written of who has said no. A consent is for one"
                        + " story.",
                Map.of("consents", List.copyOf(missing)));
    }
}

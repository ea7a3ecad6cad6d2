package org.homeward.beneficiary.erasure;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** Something of her has to be kept yet: it says what, and why. */
final class OnHold extends Problem {

    private static final long serialVersionUID = 1L;

    OnHold(Obstacles obstacles) {
        super(
                409,
                "on-hold",
                "Something has to be kept",
                "Nothing is erased while this has to be kept: tell the person what it is and why.",
                Map.of("because", obstacles.reasons(), "keeps", obstacles.kept()));
    }
}

package org.homeward.beneficiary.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.homeward.kit.web.Problem;

/** The file has to be kept yet, as a whole: it says why. */
final class OnHold extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param because words for programs: reasons of holds, or {@code RUNNING_GRANT}
     */
    OnHold(Collection<String> because) {
        super(
                409,
                "on-hold",
                "The file has to be kept",
                "Nothing of the file is erased while one of these reasons to keep it lasts: tell"
                        + " the person.",
                Map.of("because", List.copyOf(because)));
    }
}

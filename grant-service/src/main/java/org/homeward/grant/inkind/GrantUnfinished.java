package org.homeward.grant.inkind;

import java.util.List;
import java.util.Map;
import org.homeward.kit.web.Problem;

/** A grant would be closed before its end. */
final class GrantUnfinished extends Problem {

    private static final long serialVersionUID = 1L;

    GrantUnfinished(List<Unfinished> missing) {
        super(
                409,
                "grant-unfinished",
                "Grant unfinished",
                "Something is to be handed over, paid or reported yet.",
                Map.of("missing", missing.stream().map(Unfinished::name).toList()));
    }
}

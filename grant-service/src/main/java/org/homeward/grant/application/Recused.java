package org.homeward.grant.application;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** A member with an interest in the case would vote: refused whatever roles the person has. */
final class Recused extends Problem {

    private static final long serialVersionUID = 1L;

    Recused(Conflict because) {
        super(
                403,
                "recused",
                "Recused",
                "You have an interest in this case, and so no vote on it.",
                Map.of("because", because.name()));
    }
}

package org.homeward.beneficiary.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.web.Problem;

/** The files hold people who may be the one to be registered, and nobody said that they are not. */
final class NotTheSamePerson extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param references opaque; the candidates call of the search tells who they are
     */
    NotTheSamePerson(List<UUID> references) {
        super(
                409,
                "maybe-registered",
                "May be registered already",
                "Read the candidates of the search and state in notTheSame each that is another"
                        + " person; make a new search if one of them was not in it.",
                Map.of("candidates", references));
    }
}

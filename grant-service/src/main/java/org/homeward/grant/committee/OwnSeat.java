package org.homeward.grant.committee;

import org.homeward.kit.web.Problem;

/** Who appoints a committee would sit in it: refused whatever roles the person has. */
final class OwnSeat extends Problem {

    private static final long serialVersionUID = 1L;

    OwnSeat() {
        super(403, "own-seat", "Own seat", "Who appoints a committee has no seat in it.");
    }
}

package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** A second application would be handed in while a committee has another of the same person. */
final class ApplicationOpen extends Problem {

    private static final long serialVersionUID = 1L;

    ApplicationOpen() {
        super(
                409,
                "application-open",
                "Application open",
                "Another application of this person under this programme was handed in: it is decided first.");
    }
}

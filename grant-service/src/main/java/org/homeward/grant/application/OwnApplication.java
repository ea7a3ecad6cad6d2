package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** Who wrote an application would decide it: refused whatever roles the person has. */
final class OwnApplication extends Problem {

    private static final long serialVersionUID = 1L;

    OwnApplication() {
        super(
                403,
                "own-application",
                "Own application",
                "Who wrote, edited or submitted an application may not decide it.");
    }
}

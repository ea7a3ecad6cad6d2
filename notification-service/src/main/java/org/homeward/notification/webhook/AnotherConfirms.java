package org.homeward.notification.webhook;

import org.homeward.kit.web.Problem;

/** Who registered a webhook would confirm it: refused whatever roles the person has. */
final class AnotherConfirms extends Problem {

    private static final long serialVersionUID = 1L;

    AnotherConfirms() {
        super(
                403,
                "another-confirms",
                "Another confirms",
                "Who registered a webhook does not confirm it.");
    }
}

package org.homeward.notification.subscription;

import org.homeward.kit.web.Problem;

/** The token has no verified e-mail address. */
final class EmailNotVerified extends Problem {

    private static final long serialVersionUID = 1L;

    EmailNotVerified() {
        super(
                409,
                "email-not-verified",
                "E-mail address not verified",
                "Verify your e-mail address with the identity service and log in again.");
    }
}

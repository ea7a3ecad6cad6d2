package org.homeward.grant.application;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** A vote on what was handed in before would be counted for what is under review now. */
final class AnotherSubmission extends Problem {

    private static final long serialVersionUID = 1L;

    AnotherSubmission(int current) {
        super(
                409,
                "another-submission",
                "Another submission",
                "The application was handed in anew: read it before you vote.",
                Map.of("submission", current));
    }
}

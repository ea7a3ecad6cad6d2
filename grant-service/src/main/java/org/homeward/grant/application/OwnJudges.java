package org.homeward.grant.application;

import org.homeward.kit.web.Problem;

/** Who has to do with an application chose who would judge it: refused whatever the roles. */
final class OwnJudges extends Problem {

    private static final long serialVersionUID = 1L;

    OwnJudges() {
        super(
                403,
                "own-judges",
                "Own judges",
                "Who wrote, edited or hands in an application, has or had the case or assessed the person may not have chosen the committee: somebody else writes and hands in another, or replaces all members by others.");
    }
}

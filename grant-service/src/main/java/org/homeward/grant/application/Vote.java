package org.homeward.grant.application;

import java.time.Instant;
import org.homeward.kit.sealing.Secret;

/**
 * What one member of the committee said to a submission.
 *
 * @param reason for the minutes
 */
record Vote(Voter voter, Ballot ballot, Secret<String> reason, Instant at) {

    String member() {
        return voter.member();
    }
}

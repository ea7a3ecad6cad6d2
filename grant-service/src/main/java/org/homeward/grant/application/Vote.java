package org.homeward.grant.application;

import java.time.Instant;
import java.util.UUID;
import org.homeward.kit.sealing.Secret;

/**
 * What one member of the committee said to a submission.
 *
 * @param pseudonym of the member, under which events name who has or assessed a case
 * @param reason for the minutes
 */
record Vote(String member, UUID pseudonym, Ballot ballot, Secret<String> reason, Instant at) {}

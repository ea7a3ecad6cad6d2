package org.homeward.grant.application;

import java.time.Instant;
import org.homeward.kit.sealing.Secret;

/** A member of the committee has declared an interest in the case, and has no vote on it. */
record Recusal(String member, Secret<String> reason, Instant at) {}

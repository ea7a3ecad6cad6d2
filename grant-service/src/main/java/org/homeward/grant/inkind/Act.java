package org.homeward.grant.inkind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Who takes a step of a grant, and when.
 *
 * @param today the day in the programme's time, by which rent is due and visits are planned
 */
record Act(UUID grant, String by, LocalDate today, Instant at) {}

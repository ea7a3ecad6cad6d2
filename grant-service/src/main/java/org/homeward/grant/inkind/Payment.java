package org.homeward.grant.inkind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money that went out, as finance confirmed.
 *
 * @param day on which it was due
 */
record Payment(UUID id, LocalDate day, String by, Instant at) {}

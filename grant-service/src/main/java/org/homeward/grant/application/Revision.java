package org.homeward.grant.application;

import java.time.Instant;
import org.homeward.kit.sealing.Secret;

/**
 * Why a submission went back to its writers.
 *
 * @param by who asked for it, and so has advised the application
 * @param what has to be changed
 */
record Revision(String by, Secret<String> what, Instant at) {}

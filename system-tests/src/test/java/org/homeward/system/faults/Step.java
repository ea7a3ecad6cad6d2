package org.homeward.system.faults;

import java.time.Duration;

/**
 * One step of a run.
 *
 * @param lasts until it is healed
 * @param rest until the next
 */
record Step(Fault fault, Duration lasts, Duration rest) {}

/**
 * The whole system under load while it is killed, paused, cut off and starved, and what must hold
 * of it afterwards whatever was done.
 */
@NullMarked
package org.homeward.system.faults;

import org.jspecify.annotations.NullMarked;

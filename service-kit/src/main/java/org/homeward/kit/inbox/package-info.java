/** From topics to effects: exactly one effect for each event, in order, failing closed. */
@NullMarked
package org.homeward.kit.inbox;

import org.jspecify.annotations.NullMarked;

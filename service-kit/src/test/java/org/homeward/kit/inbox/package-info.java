/** The inbox held to its promises, with real MongoDB and Kafka. */
@NullMarked
package org.homeward.kit.inbox;

import org.jspecify.annotations.NullMarked;

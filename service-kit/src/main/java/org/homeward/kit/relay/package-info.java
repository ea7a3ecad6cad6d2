/** From the journal to the topics: at least once, in order, by any number of instances. */
@NullMarked
package org.homeward.kit.relay;

import org.jspecify.annotations.NullMarked;

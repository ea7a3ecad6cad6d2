/** Who wants to hear what, and what became of every message. */
@NullMarked
package org.homeward.notification;

import org.jspecify.annotations.NullMarked;

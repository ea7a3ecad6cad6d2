/** Staff say for themselves what they want to hear. */
@NullMarked
package org.homeward.notification.subscription;

import org.jspecify.annotations.NullMarked;

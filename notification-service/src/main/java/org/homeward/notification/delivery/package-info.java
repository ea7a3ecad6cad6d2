/** One record for each recipient and event, from queued to delivered, failed or suppressed. */
@NullMarked
package org.homeward.notification.delivery;

import org.jspecify.annotations.NullMarked;

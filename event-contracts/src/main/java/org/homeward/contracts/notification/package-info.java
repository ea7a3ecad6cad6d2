/** What the topic of messages says: that one went out to staff, never to whom. */
@NullMarked
package org.homeward.contracts.notification;

import org.jspecify.annotations.NullMarked;

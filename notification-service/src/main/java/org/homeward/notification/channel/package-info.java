/** What all ways of sending share: how a refusal is told, and when a receiver is left alone. */
@NullMarked
package org.homeward.notification.channel;

import org.jspecify.annotations.NullMarked;

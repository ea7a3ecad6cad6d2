/** What operators do about parked messages and the relays, for all services at once. */
@NullMarked
package org.homeward.local.operate;

import org.jspecify.annotations.NullMarked;

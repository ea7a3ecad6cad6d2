@NullMarked
package org.homeward.notification.webhook;

import org.jspecify.annotations.NullMarked;

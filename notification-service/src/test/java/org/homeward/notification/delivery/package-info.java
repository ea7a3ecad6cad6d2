@NullMarked
package org.homeward.notification.delivery;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.notification.subscription;

import org.jspecify.annotations.NullMarked;

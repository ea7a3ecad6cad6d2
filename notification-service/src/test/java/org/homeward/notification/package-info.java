@NullMarked
package org.homeward.notification;

import org.jspecify.annotations.NullMarked;

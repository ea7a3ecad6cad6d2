@NullMarked
package org.homeward.notification.mail;

import org.jspecify.annotations.NullMarked;

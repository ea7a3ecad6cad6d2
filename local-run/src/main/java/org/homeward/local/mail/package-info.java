@NullMarked
package org.homeward.local.mail;

import org.jspecify.annotations.NullMarked;

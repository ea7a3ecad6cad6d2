@NullMarked
package org.homeward.grant;

import org.jspecify.annotations.NullMarked;

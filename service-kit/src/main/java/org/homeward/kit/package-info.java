/** What every service shares and no domain word. */
@NullMarked
package org.homeward.kit;

import org.jspecify.annotations.NullMarked;

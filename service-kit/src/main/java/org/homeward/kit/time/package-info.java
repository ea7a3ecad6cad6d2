/** The programme clock, which tests and demos may move. */
@NullMarked
package org.homeward.kit.time;

import org.jspecify.annotations.NullMarked;

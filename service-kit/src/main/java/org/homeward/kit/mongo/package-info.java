/** MongoDB as the kit wants it: majority, journaled, snapshot, stable names for stored types. */
@NullMarked
package org.homeward.kit.mongo;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.local.piece;

import org.jspecify.annotations.NullMarked;

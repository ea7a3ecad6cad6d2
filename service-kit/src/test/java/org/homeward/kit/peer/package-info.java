@NullMarked
package org.homeward.kit.peer;

import org.jspecify.annotations.NullMarked;

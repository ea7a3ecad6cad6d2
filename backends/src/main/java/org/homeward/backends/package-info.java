@NullMarked
package org.homeward.backends;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.kit;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.local;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.kit.journal;

import org.jspecify.annotations.NullMarked;

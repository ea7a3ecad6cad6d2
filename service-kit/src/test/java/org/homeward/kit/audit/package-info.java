/** That what was recorded can't be changed without being found. */
@NullMarked
package org.homeward.kit.audit;

import org.jspecify.annotations.NullMarked;

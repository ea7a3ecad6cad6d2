/** Measures the event backbone against the least that could do the same work. */
@NullMarked
package org.homeward.bench;

import org.jspecify.annotations.NullMarked;

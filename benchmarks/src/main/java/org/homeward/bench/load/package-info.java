@NullMarked
package org.homeward.bench.load;

import org.jspecify.annotations.NullMarked;

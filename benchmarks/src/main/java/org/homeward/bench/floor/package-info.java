@NullMarked
package org.homeward.bench.floor;

import org.jspecify.annotations.NullMarked;

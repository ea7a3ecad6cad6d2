@NullMarked
package org.homeward.bench.ours;

import org.jspecify.annotations.NullMarked;

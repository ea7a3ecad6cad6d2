@NullMarked
package org.homeward.bench.process;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.bench.report;

import org.jspecify.annotations.NullMarked;

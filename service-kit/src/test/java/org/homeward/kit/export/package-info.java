@NullMarked
package org.homeward.kit.export;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.kit.sealing;

import org.jspecify.annotations.NullMarked;

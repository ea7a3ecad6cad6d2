@NullMarked
package org.homeward.kit.relay;

import org.jspecify.annotations.NullMarked;

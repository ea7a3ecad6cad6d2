@NullMarked
package org.homeward.kit.observe;

import org.jspecify.annotations.NullMarked;

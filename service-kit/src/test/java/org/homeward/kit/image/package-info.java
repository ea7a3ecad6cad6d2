@NullMarked
package org.homeward.kit.image;

import org.jspecify.annotations.NullMarked;

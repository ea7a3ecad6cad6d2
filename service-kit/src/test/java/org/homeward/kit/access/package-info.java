@NullMarked
package org.homeward.kit.access;

import org.jspecify.annotations.NullMarked;

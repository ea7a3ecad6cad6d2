@NullMarked
package org.homeward.contracts;

import org.jspecify.annotations.NullMarked;

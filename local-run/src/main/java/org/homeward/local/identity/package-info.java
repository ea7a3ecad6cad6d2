@NullMarked
package org.homeward.local.identity;

import org.jspecify.annotations.NullMarked;

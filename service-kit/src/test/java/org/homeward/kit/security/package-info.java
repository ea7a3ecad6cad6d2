@NullMarked
package org.homeward.kit.security;

import org.jspecify.annotations.NullMarked;

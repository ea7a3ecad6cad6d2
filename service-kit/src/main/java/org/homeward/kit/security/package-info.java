/** Who calls, what the role table allows, and which records are in scope. */
@NullMarked
package org.homeward.kit.security;

import org.jspecify.annotations.NullMarked;

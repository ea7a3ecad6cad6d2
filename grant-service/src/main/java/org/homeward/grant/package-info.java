/** Grants in kind: funds, applications, and the grants that approval makes of them. */
@NullMarked
package org.homeward.grant;

import org.jspecify.annotations.NullMarked;

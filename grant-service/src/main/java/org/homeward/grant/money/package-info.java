/** Sums of money as the rules of grants count them and as HTTP says them. */
@NullMarked
package org.homeward.grant.money;

import org.jspecify.annotations.NullMarked;

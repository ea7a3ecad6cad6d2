/** Funds of donors: a ceiling, and a ledger that never goes beyond it. */
@NullMarked
package org.homeward.grant.fund;

import org.jspecify.annotations.NullMarked;

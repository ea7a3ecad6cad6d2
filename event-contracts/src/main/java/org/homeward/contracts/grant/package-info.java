/** What the topic of money says: funds, applications and grants. */
@NullMarked
package org.homeward.contracts.grant;

import org.jspecify.annotations.NullMarked;

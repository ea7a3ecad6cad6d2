/** Committees: who reviews the applications to a fund, and how many must have voted. */
@NullMarked
package org.homeward.grant.committee;

import org.jspecify.annotations.NullMarked;

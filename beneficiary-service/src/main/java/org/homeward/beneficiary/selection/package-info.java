/**
 * Who of many is helped first: a ranking that is frozen, drawn, confirmed by another, recomputed.
 */
@NullMarked
package org.homeward.beneficiary.selection;

import org.jspecify.annotations.NullMarked;

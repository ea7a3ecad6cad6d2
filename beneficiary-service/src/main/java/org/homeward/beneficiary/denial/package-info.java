/** Tokens that fell into wrong hands are refused before they expire. */
@NullMarked
package org.homeward.beneficiary.denial;

import org.jspecify.annotations.NullMarked;

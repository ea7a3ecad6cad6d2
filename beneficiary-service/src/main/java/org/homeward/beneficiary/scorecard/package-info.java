/** The need scorecard: versioned data that says what is asked, and which answer counts how much. */
@NullMarked
package org.homeward.beneficiary.scorecard;

import org.jspecify.annotations.NullMarked;

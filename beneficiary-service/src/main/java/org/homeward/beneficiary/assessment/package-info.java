/** What a person was asked by a need scorecard, and how the points come about. */
@NullMarked
package org.homeward.beneficiary.assessment;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.beneficiary.scorecard;

import org.jspecify.annotations.NullMarked;

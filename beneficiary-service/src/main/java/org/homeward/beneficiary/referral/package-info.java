/** Sending a person to who can help with something else, and hearing of one from others. */
@NullMarked
package org.homeward.beneficiary.referral;

import org.jspecify.annotations.NullMarked;

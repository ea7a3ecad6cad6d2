/** The rules of referrals. */
@NullMarked
package org.homeward.beneficiary.referral;

import org.jspecify.annotations.NullMarked;

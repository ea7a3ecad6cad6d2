/** Consent for each purpose: requested, given, refused, withdrawn; an aggregate of its own. */
@NullMarked
package org.homeward.beneficiary.consent;

import org.jspecify.annotations.NullMarked;

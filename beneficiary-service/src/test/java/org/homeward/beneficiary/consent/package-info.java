@NullMarked
package org.homeward.beneficiary.consent;

import org.jspecify.annotations.NullMarked;

/** With whom a person lives, who of them lives on whose work, and on what they live. */
@NullMarked
package org.homeward.beneficiary.household;

import org.jspecify.annotations.NullMarked;

/** The rules of households. */
@NullMarked
package org.homeward.beneficiary.household;

import org.jspecify.annotations.NullMarked;

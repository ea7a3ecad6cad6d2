/** Who read a person's file, to be told to her. */
@NullMarked
package org.homeward.beneficiary.reading;

import org.jspecify.annotations.NullMarked;

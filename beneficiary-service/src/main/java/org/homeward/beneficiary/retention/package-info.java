/** How long a file is kept after its case has ended, and what is to be erased for that. */
@NullMarked
package org.homeward.beneficiary.retention;

import org.jspecify.annotations.NullMarked;

/** Programmes: what they are for, who pays and carries them, where and until when. */
@NullMarked
package org.homeward.beneficiary.programme;

import org.jspecify.annotations.NullMarked;

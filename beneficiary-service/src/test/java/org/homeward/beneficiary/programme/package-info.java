@NullMarked
package org.homeward.beneficiary.programme;

import org.jspecify.annotations.NullMarked;

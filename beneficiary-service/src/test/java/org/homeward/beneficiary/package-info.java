@NullMarked
package org.homeward.beneficiary;

import org.jspecify.annotations.NullMarked;

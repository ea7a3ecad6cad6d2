@NullMarked
package org.homeward.beneficiary.opening;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.beneficiary.hold;

import org.jspecify.annotations.NullMarked;

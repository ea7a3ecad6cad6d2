@NullMarked
package org.homeward.beneficiary.selection;

import org.jspecify.annotations.NullMarked;

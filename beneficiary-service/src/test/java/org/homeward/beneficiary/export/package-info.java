@NullMarked
package org.homeward.beneficiary.export;

import org.jspecify.annotations.NullMarked;

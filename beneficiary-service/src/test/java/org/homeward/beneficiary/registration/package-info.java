@NullMarked
package org.homeward.beneficiary.registration;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.beneficiary.erasure;

import org.jspecify.annotations.NullMarked;

/** How a person may be reached, told at the moment of sending and only with her consent. */
@NullMarked
package org.homeward.beneficiary.contact;

import org.jspecify.annotations.NullMarked;

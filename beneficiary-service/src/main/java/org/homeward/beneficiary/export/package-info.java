/** What is known of a person, for her to read and to take elsewhere. */
@NullMarked
package org.homeward.beneficiary.export;

import org.jspecify.annotations.NullMarked;

/** Search before create, registration, reading and correcting a person's data. */
@NullMarked
package org.homeward.beneficiary.registration;

import org.jspecify.annotations.NullMarked;

/** The rules of activities. */
@NullMarked
package org.homeward.beneficiary.activity;

import org.jspecify.annotations.NullMarked;

/** What brings people together: planned, held, and how many came. */
@NullMarked
package org.homeward.beneficiary.activity;

import org.jspecify.annotations.NullMarked;

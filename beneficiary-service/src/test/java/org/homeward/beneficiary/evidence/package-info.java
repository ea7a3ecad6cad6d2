/** What is done to scans and photographs. */
@NullMarked
package org.homeward.beneficiary.evidence;

import org.jspecify.annotations.NullMarked;

/** Scans and photographs that prove something about a person: sealed, without metadata. */
@NullMarked
package org.homeward.beneficiary.evidence;

import org.jspecify.annotations.NullMarked;

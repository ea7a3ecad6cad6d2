/**
 * Finding the same person again, in whatever script she was written down: folding of names, blind
 * tokens and the weighing of evidence. Pure functions; nothing here stores or logs anything.
 */
@NullMarked
package org.homeward.beneficiary.matching;

import org.jspecify.annotations.NullMarked;

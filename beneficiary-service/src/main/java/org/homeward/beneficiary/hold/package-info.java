/**
 * What must be kept for a while although somebody asks for its erasure: a donor's audit, a court.
 */
@NullMarked
package org.homeward.beneficiary.hold;

import org.jspecify.annotations.NullMarked;

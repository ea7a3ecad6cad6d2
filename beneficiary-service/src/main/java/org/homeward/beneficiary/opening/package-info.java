/**
 * A file opened by somebody out of whose scope it is: seldom, for an hour, and reviewed by another.
 */
@NullMarked
package org.homeward.beneficiary.opening;

import org.jspecify.annotations.NullMarked;

/** Personal data and free text at rest: one key for each record, one blob for each secret. */
@NullMarked
package org.homeward.kit.sealing;

import org.jspecify.annotations.NullMarked;

/** The one way to write: aggregate, journal entry, answer and companions in one transaction. */
@NullMarked
package org.homeward.kit.journal;

import org.jspecify.annotations.NullMarked;

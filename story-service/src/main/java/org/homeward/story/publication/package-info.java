/** What the public may read now, and the traces of what it may no longer. */
@NullMarked
package org.homeward.story.publication;

import org.jspecify.annotations.NullMarked;

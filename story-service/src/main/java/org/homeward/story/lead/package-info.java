/** Who might have a story to tell: what a grant that was handed over proposes to the editors. */
@NullMarked
package org.homeward.story.lead;

import org.jspecify.annotations.NullMarked;

/** Pictures of stories: made anew from their pixels, sealed, and destroyed with their story. */
@NullMarked
package org.homeward.story.picture;

import org.jspecify.annotations.NullMarked;

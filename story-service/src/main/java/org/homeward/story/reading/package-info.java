/** Who read what was written of a person for stories, to be told to her. */
@NullMarked
package org.homeward.story.reading;

import org.jspecify.annotations.NullMarked;

/** A story from the first draft to its retraction, and who may move it on. */
@NullMarked
package org.homeward.story.editorial;

import org.jspecify.annotations.NullMarked;

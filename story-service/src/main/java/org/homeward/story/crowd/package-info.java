/** Among how many grants the person of a story is hidden from who reads the topics. */
@NullMarked
package org.homeward.story.crowd;

import org.jspecify.annotations.NullMarked;

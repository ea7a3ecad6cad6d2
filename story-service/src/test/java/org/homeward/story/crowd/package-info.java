@NullMarked
package org.homeward.story.crowd;

import org.jspecify.annotations.NullMarked;

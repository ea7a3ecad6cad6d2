@NullMarked
package org.homeward.story.picture;

import org.jspecify.annotations.NullMarked;

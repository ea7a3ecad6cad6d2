@NullMarked
package org.homeward.story.editorial;

import org.jspecify.annotations.NullMarked;

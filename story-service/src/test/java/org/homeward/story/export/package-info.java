@NullMarked
package org.homeward.story.export;

import org.jspecify.annotations.NullMarked;

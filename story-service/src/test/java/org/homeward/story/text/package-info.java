@NullMarked
package org.homeward.story.text;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.story.site;

import org.jspecify.annotations.NullMarked;

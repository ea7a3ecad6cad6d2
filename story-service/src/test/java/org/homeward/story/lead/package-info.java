@NullMarked
package org.homeward.story.lead;

import org.jspecify.annotations.NullMarked;

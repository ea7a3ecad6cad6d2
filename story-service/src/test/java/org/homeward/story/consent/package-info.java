@NullMarked
package org.homeward.story.consent;

import org.jspecify.annotations.NullMarked;

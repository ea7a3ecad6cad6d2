@NullMarked
package org.homeward.story;

import org.jspecify.annotations.NullMarked;

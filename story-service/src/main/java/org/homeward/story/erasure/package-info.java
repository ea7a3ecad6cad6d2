/** That what was kept here of somebody who was erased is destroyed. */
@NullMarked
package org.homeward.story.erasure;

import org.jspecify.annotations.NullMarked;

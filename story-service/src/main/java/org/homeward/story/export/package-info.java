/** What stories tell of a person, for her to read and to take elsewhere. */
@NullMarked
package org.homeward.story.export;

import org.jspecify.annotations.NullMarked;

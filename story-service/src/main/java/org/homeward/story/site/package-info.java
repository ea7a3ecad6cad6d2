/** The public site: pages that work on a slow telephone and without scripts. */
@NullMarked
package org.homeward.story.site;

import org.jspecify.annotations.NullMarked;

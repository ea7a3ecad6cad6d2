/** Images that somebody sends in: made anew from their pixels, and nothing else of them kept. */
@NullMarked
package org.homeward.kit.image;

import org.jspecify.annotations.NullMarked;

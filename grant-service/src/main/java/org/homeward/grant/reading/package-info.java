/** Who read what a person applied for and was granted, to be told to her. */
@NullMarked
package org.homeward.grant.reading;

import org.jspecify.annotations.NullMarked;

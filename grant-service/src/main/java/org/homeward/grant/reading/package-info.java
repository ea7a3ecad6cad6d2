/** Who read what was written of a person for grants, to be told to her. */
@NullMarked
package org.homeward.grant.reading;

import org.jspecify.annotations.NullMarked;

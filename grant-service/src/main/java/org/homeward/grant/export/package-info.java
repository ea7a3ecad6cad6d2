/** What was written of a person for grants, for her to read and to take elsewhere. */
@NullMarked
package org.homeward.grant.export;

import org.jspecify.annotations.NullMarked;

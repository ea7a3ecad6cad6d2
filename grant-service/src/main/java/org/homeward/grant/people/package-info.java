/** Who is known here by event, and whose consent to be helped is in force. */
@NullMarked
package org.homeward.grant.people;

import org.jspecify.annotations.NullMarked;

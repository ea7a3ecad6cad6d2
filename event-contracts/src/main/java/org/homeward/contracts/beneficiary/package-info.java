/** What the topic of people says: that someone came, and coarse facts about them. */
@NullMarked
package org.homeward.contracts.beneficiary;

import org.jspecify.annotations.NullMarked;

/** What the topic of consents says, which only the four services may read. */
@NullMarked
package org.homeward.contracts.consent;

import org.jspecify.annotations.NullMarked;

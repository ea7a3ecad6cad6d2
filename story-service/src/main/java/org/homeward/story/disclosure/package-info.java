/**
 * Asks whether a text gives away whom it is about; the answer is for the protection-officer only.
 */
@NullMarked
package org.homeward.story.disclosure;

import org.jspecify.annotations.NullMarked;

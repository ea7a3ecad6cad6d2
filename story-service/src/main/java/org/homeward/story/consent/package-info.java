/** What is known here of consents for a story: built from events, never asked for. */
@NullMarked
package org.homeward.story.consent;

import org.jspecify.annotations.NullMarked;

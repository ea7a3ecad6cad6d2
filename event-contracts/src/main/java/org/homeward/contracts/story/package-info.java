/** What the topic of stories says: never about whom a story is. */
@NullMarked
package org.homeward.contracts.story;

import org.jspecify.annotations.NullMarked;

/** The words of a story in each language, and the digest that people consent to. */
@NullMarked
package org.homeward.story.text;

import org.jspecify.annotations.NullMarked;

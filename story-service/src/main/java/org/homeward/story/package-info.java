/** Stories of people who came home, told to the public only for as long as they agree. */
@NullMarked
package org.homeward.story;

import org.jspecify.annotations.NullMarked;

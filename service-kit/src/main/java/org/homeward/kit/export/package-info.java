/** What a service keeps of a person, for her to read and to take elsewhere. */
@NullMarked
package org.homeward.kit.export;

import org.jspecify.annotations.NullMarked;

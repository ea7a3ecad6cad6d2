/** The service of people, as it is and storing them plain. */
@NullMarked
package org.homeward.bench.people;

import org.jspecify.annotations.NullMarked;

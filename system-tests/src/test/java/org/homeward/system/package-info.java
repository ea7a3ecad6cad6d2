/** The whole system from outside: real processes, the public APIs, the topics and the files. */
@NullMarked
package org.homeward.system;

import org.jspecify.annotations.NullMarked;

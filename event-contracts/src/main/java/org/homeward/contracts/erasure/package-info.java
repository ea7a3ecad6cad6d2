/** What the topic of erasures says, which only the four services may read. */
@NullMarked
package org.homeward.contracts.erasure;

import org.jspecify.annotations.NullMarked;

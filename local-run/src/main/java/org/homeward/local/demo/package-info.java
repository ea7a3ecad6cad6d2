/** The demo: invented cases played through the public APIs by those who would do it. */
@NullMarked
package org.homeward.local.demo;

import org.jspecify.annotations.NullMarked;

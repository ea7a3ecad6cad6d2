@NullMarked
package org.homeward.local.demo;

import org.jspecify.annotations.NullMarked;

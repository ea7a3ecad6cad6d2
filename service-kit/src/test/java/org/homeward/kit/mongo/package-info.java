@NullMarked
package org.homeward.kit.mongo;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.grant.inkind;

import org.jspecify.annotations.NullMarked;

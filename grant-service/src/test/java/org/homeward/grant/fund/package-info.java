@NullMarked
package org.homeward.grant.fund;

import org.jspecify.annotations.NullMarked;

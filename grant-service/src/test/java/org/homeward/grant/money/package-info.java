@NullMarked
package org.homeward.grant.money;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.grant.committee;

import org.jspecify.annotations.NullMarked;

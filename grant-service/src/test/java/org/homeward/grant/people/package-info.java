@NullMarked
package org.homeward.grant.people;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.grant.application;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.homeward.local.command;

import org.jspecify.annotations.NullMarked;

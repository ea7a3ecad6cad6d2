/** HTTP, security and problems, tried on a small service over a real port. */
@NullMarked
package org.homeward.kit.web;

import org.jspecify.annotations.NullMarked;

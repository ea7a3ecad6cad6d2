/** Reads of personal data are written down before they are answered. */
@NullMarked
package org.homeward.kit.access;

import org.jspecify.annotations.NullMarked;

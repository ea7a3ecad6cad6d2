/** Grants in kind, made by the approval of an application. */
@NullMarked
package org.homeward.grant.inkind;

import org.jspecify.annotations.NullMarked;

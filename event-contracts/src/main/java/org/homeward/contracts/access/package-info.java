/** What services tell each other of access to themselves; nobody else reads it. */
@NullMarked
package org.homeward.contracts.access;

import org.jspecify.annotations.NullMarked;

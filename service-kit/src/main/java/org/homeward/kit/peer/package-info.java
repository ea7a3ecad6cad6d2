/**
 * How one service asks another: as itself, within a time limit, and without insisting when the
 * other is away.
 */
@NullMarked
package org.homeward.kit.peer;

import org.jspecify.annotations.NullMarked;

/** That nothing written of somebody who was erased can be read in applications and grants. */
@NullMarked
package org.homeward.grant.erasure;

import org.jspecify.annotations.NullMarked;

/**
 * That somebody is not known here any more: asked for, decided by a second person, done in one
 * change, confirmed by every service, and certified.
 */
@NullMarked
package org.homeward.beneficiary.erasure;

import org.jspecify.annotations.NullMarked;

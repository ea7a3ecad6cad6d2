/**
 * Finding in a text what would identify a person, before it is published. Answers only where, never
 * what. Pure functions; nothing here stores or logs anything.
 */
@NullMarked
package org.homeward.beneficiary.disclosure;

import org.jspecify.annotations.NullMarked;

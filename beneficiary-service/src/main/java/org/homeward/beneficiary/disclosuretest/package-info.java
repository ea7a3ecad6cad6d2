/** Tells whether a text would identify a person, and where; never by what. */
@NullMarked
package org.homeward.beneficiary.disclosuretest;

import org.jspecify.annotations.NullMarked;

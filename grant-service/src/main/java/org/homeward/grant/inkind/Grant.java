package org.homeward.grant.inkind;

/** Help in kind to open a business, paid from a fund; each state is a type. */
sealed interface Grant permits Reserved {

    Terms terms();
}

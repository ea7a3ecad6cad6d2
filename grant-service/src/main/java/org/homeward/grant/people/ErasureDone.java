package org.homeward.grant.people;

/** Nothing of hers can be read here. */
record ErasureDone() implements ErasureOrder {}

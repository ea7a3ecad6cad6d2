/**
 * The published language of Homeward: the events, how they are written, and how they travel.
 *
 * <p>An event is a record of a sealed hierarchy: {@link org.homeward.contracts.Event}, below it one
 * interface for each topic, below that one record for each type. Whatever a reader can see on a
 * topic is declared here field by field, each with the reason why it may be seen.
 */
@NullMarked
package org.homeward.contracts;

import org.jspecify.annotations.NullMarked;

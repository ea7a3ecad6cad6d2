/** Real MongoDB and Kafka for any test, and what tests of services share. */
@NullMarked
package org.homeward.kit.test;

import org.jspecify.annotations.NullMarked;

/** The whole service from outside: HTTP and topics, real MongoDB and Kafka. */
@NullMarked
package org.homeward.story.service;

import org.jspecify.annotations.NullMarked;

/**
 * From the journal to the topics: at least once, in order, by any number of instances.
 *
 * <p>To be read in this order, each part without those behind it:
 *
 * <ol>
 *   <li>the way of an event: {@code Relay}, {@code Backlog}, {@code Lanes} and {@code Lane}, {@code
 *       Departures}, {@code Outlet}, {@code Marks};
 *   <li>who publishes what: {@code Leases}, {@code LeaseTable}, {@code Watch};
 *   <li>what the topic has lost: {@code Audit}, {@code Published}, {@code TopicTail}, {@code
 *       Proof};
 *   <li>what can't be sent: {@code HeldAside};
 *   <li>how consumers know that nothing is missing: {@code Watermark};
 *   <li>threads, clients, metrics and operators: {@code RelayLifecycle} and the rest.
 * </ol>
 */
@NullMarked
package org.homeward.kit.relay;

import org.jspecify.annotations.NullMarked;

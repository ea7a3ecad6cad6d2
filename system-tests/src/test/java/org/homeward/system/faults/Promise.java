package org.homeward.system.faults;

import java.util.UUID;

/**
 * A command that was answered 2xx.
 *
 * @param what method and path
 * @param version that it made of the aggregate
 */
record Promise(Service service, String what, UUID id, long version, long sequence) {}

package org.homeward.kit.journal;

/**
 * This process among those that run the same service.
 *
 * @param id new at every start, so a restarted process never owns what its former self did
 */
public record Instance(String id) {}

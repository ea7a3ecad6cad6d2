package org.homeward.kit.journal;

import java.util.Set;

/** Told after each commit of this instance that left something to publish. Must return at once. */
public interface CommitListener {

    /**
     * @param shards the partitions, as {@code topic/partition}, that have something new
     */
    void committed(Set<String> shards);
}

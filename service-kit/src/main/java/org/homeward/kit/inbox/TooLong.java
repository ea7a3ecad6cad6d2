package org.homeward.kit.inbox;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Notices a poll that runs out of time again and again, and so never will be handled as it is. */
final class TooLong {

    static final int OFTEN = 3;

    private @Nullable Map<TopicPartition, Long> poll;
    private int times;

    /** This poll ran out of time. */
    synchronized void noted(Poll late) {
        times = late.next().equals(poll) ? times + 1 : 1;
        poll = late.next();
    }

    /** Whether it has done so often, without another one in between. */
    synchronized boolean isHopeless(Poll again) {
        return times >= OFTEN && again.next().equals(poll);
    }
}

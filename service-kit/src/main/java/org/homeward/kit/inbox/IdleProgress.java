package org.homeward.kit.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.homeward.kit.inbox.Progress.Reached;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;

/**
 * Puts right how far a watched partition is read, while nothing comes on it: after a zombie wrote
 * an old offset last, or a truncated log moved the consumer back. Called by the consumer's thread
 * between two polls, so all before its position is handled.
 */
final class IdleProgress implements ApplicationListener<ListenerContainerPartitionIdleEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(IdleProgress.class);

    private final Progress progress;
    private final InboxCollections collections;
    private final MongoOperations mongo;
    private final InboxMetrics metrics;

    IdleProgress(
            Progress progress,
            InboxCollections collections,
            MongoOperations mongo,
            InboxMetrics metrics) {
        this.metrics = metrics;
        this.progress = progress;
        this.collections = collections;
        this.mongo = mongo;
    }

    @Override
    public void onApplicationEvent(ListenerContainerPartitionIdleEvent idle) {
        // a poll that failed last and went to another instance with its partitions is in no hand
        // here
        metrics.inHand(0);
        TopicPartition partition = idle.getTopicPartition();
        if (partition != null && progress.watches(partition.topic())) {
            try {
                correct(partition, idle.getConsumer());
            } catch (RuntimeException failure) {
                // a listener that throws would end the poll loop's turn; the next one tries again
                LOG.debug("progress not checked: {}", failure.getClass().getName());
            }
        }
    }

    private void correct(TopicPartition partition, Consumer<?, ?> consumer)
            throws TimeoutException {
        collections.make();
        long next = consumer.position(partition, Duration.ofMillis(200));
        Reached reached =
                progress.of(mongo, partition.topic(), List.of(partition.partition()))
                        .getOrDefault(partition.partition(), Reached.NOTHING);
        if (reached.next() != next) {
            progress.reached(mongo, Map.of(partition, next));
        }
    }

    /** The events come on the consumer's own thread, which alone may ask it. */
    @Override
    public boolean supportsAsyncExecution() {
        return false;
    }
}

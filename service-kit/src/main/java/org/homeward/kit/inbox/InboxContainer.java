package org.homeward.kit.inbox;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The container of the inbox as it must be for I4: a poll that fails comes again, at growing
 * intervals up to five seconds and without an end; nothing is ever skipped or discarded.
 *
 * <p>The defaults would discard a batch after ten attempts, and at once for some exceptions.
 */
final class InboxContainer
        implements ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> {

    private static final Logger LOG = LoggerFactory.getLogger(InboxContainer.class);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(3);

    private final Lag lag;

    InboxContainer(Lag lag) {
        this.lag = lag;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container, String destination, String group) {
        container.setCommonErrorHandler(again());
        // what is handled stands in the positions: an offset that is lost costs repeats only
        container.getContainerProperties().setSyncCommits(false);
        container.getContainerProperties().setCommitCallback(InboxContainer::committed);
        // a password or a right that is missing is given by somebody: it would stop for good
        container.getContainerProperties().setAuthExceptionRetryInterval(LONGEST);
        container.getContainerProperties().setShutdownTimeout(STOP.toMillis());
        container.getContainerProperties().setIdlePartitionEventInterval(IDLE.toMillis());
        lag.of(container);
    }

    /** In a rebalance, or while a broker is away, the next commit brings what this one did not. */
    private static void committed(Map<?, ?> offsets, @Nullable Exception failure) {
        if (failure != null
                && !(failure instanceof RetriableException)
                && !(failure instanceof RebalanceInProgressException)
                && !(failure instanceof CommitFailedException)) {
            LOG.warn("Offsets are not committed: {}", failure.getClass().getName());
        }
    }

    private static DefaultErrorHandler again() {
        var backOff = new ExponentialBackOff(FIRST.toMillis(), 2.0);
        backOff.setMaxInterval(LONGEST.toMillis());
        var handler = new DefaultErrorHandler(InboxContainer::neverGivenUp, backOff);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    private static void neverGivenUp(ConsumerRecord<?, ?> message, Exception failure) {
        throw new IllegalStateException("an event must not be given up");
    }
}

package org.homeward.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.Metric;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * How many events wait for this instance: {@code homeward.inbox.lag}, in Kafka as the clients know
 * it from their last fetch, and those of a poll that is not handled yet: while one fails again and
 * again nothing is fetched. It says nothing (NaN) while this instance reads no partition.
 */
final class Lag {

    private final List<AbstractMessageListenerContainer<?, ?>> containers =
            new CopyOnWriteArrayList<>();

    private final InboxMetrics inbox;

    Lag(MeterRegistry meters, InboxMetrics inbox) {
        this.inbox = inbox;
        meters.gauge("homeward.inbox.lag", this, Lag::now);
    }

    void of(AbstractMessageListenerContainer<?, ?> container) {
        containers.add(container);
    }

    private double now() {
        return containers.stream().anyMatch(Lag::reads) ? waiting() : Double.NaN;
    }

    private static boolean reads(AbstractMessageListenerContainer<?, ?> container) {
        var assigned = container.getAssignedPartitions();
        return container.isRunning()
                && container.isInExpectedState()
                && assigned != null
                && !assigned.isEmpty();
    }

    private double waiting() {
        return inbox.inHand()
                + containers.stream()
                        .flatMap(container -> container.metrics().values().stream())
                        .flatMap(metrics -> metrics.entrySet().stream())
                        .filter(metric -> metric.getKey().name().equals("records-lag"))
                        .map(metric -> ((Metric) metric.getValue()).metricValue())
                        .mapToDouble(
                                lag -> lag instanceof Double number && !number.isNaN() ? number : 0)
                        .sum();
    }
}

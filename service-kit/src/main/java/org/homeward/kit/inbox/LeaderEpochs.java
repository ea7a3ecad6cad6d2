package org.homeward.kit.inbox;

import java.util.HashMap;
import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;

/**
 * Commits offsets with the leader epoch of the record before them, which the listener container
 * leaves out. With it a consumer that was down notices when the log was truncated meanwhile and has
 * grown again beyond its offset; without it, it would pass over what was written there (I4).
 */
final class LeaderEpochs implements MethodInterceptor {

    private final Map<TopicPartition, OffsetAndMetadata> polled = new HashMap<>();

    private LeaderEpochs() {}

    @SuppressWarnings("unchecked") // a proxy of the interface it was made for
    static <K, V> Consumer<K, V> on(Consumer<K, V> consumer) {
        var factory = new ProxyFactory(Consumer.class, new LeaderEpochs());
        factory.setTarget(consumer);
        return (Consumer<K, V>) factory.getProxy();
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        switch (call.getMethod().getName()) {
            case "commitSync", "commitAsync" -> {
                @Nullable Object[] arguments = call.getArguments();
                for (int i = 0; i < arguments.length; i++) {
                    if (arguments[i] instanceof Map<?, ?> offsets) {
                        arguments[i] = withEpochs(offsets);
                    }
                }
                return call.proceed();
            }
            case "poll" -> {
                Object records = call.proceed();
                if (records instanceof ConsumerRecords<?, ?> brought) {
                    polled.putAll(brought.nextOffsets());
                }
                return records;
            }
            default -> {
                return call.proceed();
            }
        }
    }

    private Map<Object, Object> withEpochs(Map<?, ?> offsets) {
        Map<Object, Object> complete = new HashMap<>(offsets);
        complete.replaceAll(
                (partition, offset) -> {
                    OffsetAndMetadata known = polled.get(partition);
                    return known != null
                                    && offset instanceof OffsetAndMetadata plain
                                    && plain.offset() == known.offset()
                            ? known
                            : offset;
                });
        return complete;
    }
}

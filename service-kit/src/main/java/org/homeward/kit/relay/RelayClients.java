package org.homeward.kit.relay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Clients of Kafka as the relay needs them; whatever else is configured stays. */
public final class RelayClients {

    private final Map<String, Object> producing;
    private final Map<String, Object> consuming;
    private final Map<String, Object> administering;

    /**
     * @param producing properties of the service's producers
     * @param consuming properties of its consumers
     * @param administering properties of its admin clients
     */
    RelayClients(
            Map<String, Object> producing,
            Map<String, Object> consuming,
            Map<String, Object> administering) {
        this.producing = Map.copyOf(producing);
        this.consuming = Map.copyOf(consuming);
        this.administering = Map.copyOf(administering);
    }

    /**
     * For events: nothing counts as sent that a broker could still lose alone. A connection that
     * was closed is not opened again before all that could go over it has failed: what was given to
     * the producer while a broker lost the end of its log must not arrive behind the gap (R8).
     */
    Producer<byte[], byte[]> events() {
        return producer(
                Map.of(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG,
                        600_000L,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        600_000L,
                        // one that is closed for idleness would look like a lost broker
                        ProducerConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG,
                        -1L,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        2_000));
    }

    /** For watermarks and heads of seals: what comes late is worse than none, or is sent again. */
    public Producer<byte[], byte[]> watermarks() {
        return producer(
                Map.of(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000,
                        ProducerConfig.BUFFER_MEMORY_CONFIG, 1L << 20));
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> patience) {
        var all = new HashMap<>(producing);
        all.putAll(patience);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // the default of 5 ms is half of what an event takes from commit to topic
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        var bytes = new ByteArraySerializer();
        return new KafkaProducer<>(all, bytes, bytes);
    }

    /** For looking at single places of a topic. */
    public Consumer<byte[], byte[]> places() {
        var all = new HashMap<>(consuming);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
        all.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(all, bytes, bytes);
    }

    Admin admin() {
        var all = new HashMap<>(administering);
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        return Admin.create(all);
    }
}

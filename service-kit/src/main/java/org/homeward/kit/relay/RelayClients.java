package org.homeward.kit.relay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Clients of Kafka as the relay needs them; whatever else is configured stays. */
final class RelayClients {

    private final Map<String, Object> producing;
    private final Map<String, Object> administering;

    /**
     * @param producing properties of the service's producers
     * @param administering properties of its admin clients
     */
    RelayClients(Map<String, Object> producing, Map<String, Object> administering) {
        this.producing = Map.copyOf(producing);
        this.administering = Map.copyOf(administering);
    }

    /** For events: nothing counts as sent that a broker could still lose alone. */
    Producer<byte[], byte[]> events() {
        return producer(
                Map.of(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000));
    }

    /** For watermarks: one that comes late is worse than none. */
    Producer<byte[], byte[]> watermarks() {
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

    Admin admin() {
        var all = new HashMap<>(administering);
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        return Admin.create(all);
    }
}

package org.homeward.system;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as somebody gets it who may read a topic, with all that it tells beside its words.
 *
 * @param at when the broker got it, in milliseconds
 */
record Heard(
        String topic,
        int partition,
        long at,
        String key,
        Map<String, String> headers,
        ObjectNode value) {

    static Heard of(ConsumerRecord<byte[], byte[]> message) {
        var headers = new TreeMap<String, String>();
        message.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Heard(
                message.topic(),
                message.partition(),
                message.timestamp(),
                text(message.key()),
                headers,
                (ObjectNode) JsonMapper.shared().readTree(message.value()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String type() {
        return headers.getOrDefault("ce_type", "");
    }

    String source() {
        return headers.getOrDefault("ce_source", "");
    }

    /** What it says under a name; empty where it says nothing. */
    String says(String name) {
        return value.path(name).asString("");
    }

    /** A copy with something more in its value. */
    Heard saying(String name, String what) {
        var more = value.deepCopy().put(name, what);
        return new Heard(topic, partition, at, key, headers, more);
    }

    Heard with(String header, String what) {
        var more = new TreeMap<>(headers);
        more.put(header, what);
        return new Heard(topic, partition, at, key, more, value);
    }

    Heard keyed(String otherKey) {
        return new Heard(topic, partition, at, otherKey, headers, value);
    }

    Heard on(int otherPartition) {
        return new Heard(topic, otherPartition, at, key, headers, value);
    }

    Heard moved(long when) {
        return new Heard(topic, partition, when, key, headers, value);
    }
}

package org.homeward.backends;

import java.nio.file.Path;

/**
 * How a Kafka is to run.
 *
 * @param data directory of its files and of {@code kafka.log}
 * @param port of the broker on 127.0.0.1; 0 takes a free one
 * @param controllerPort likewise, of its controller
 * @param compressed false: the broker stores plain text, whatever producers choose
 * @param outlivesParent true: once ready it goes on when this JVM ends
 */
public record KafkaOptions(
        Path data, int port, int controllerPort, boolean compressed, boolean outlivesParent) {

    /** On free ports, compressed as producers choose, ending with this JVM. */
    public static KafkaOptions in(Path data) {
        return new KafkaOptions(data, 0, 0, true, false);
    }

    public KafkaOptions onPorts(int broker, int controller) {
        return new KafkaOptions(data, broker, controller, compressed, outlivesParent);
    }

    public KafkaOptions uncompressed() {
        return new KafkaOptions(data, port, controllerPort, false, outlivesParent);
    }

    public KafkaOptions detached() {
        return new KafkaOptions(data, port, controllerPort, compressed, true);
    }
}

package org.homeward.backends;

import java.nio.file.Path;

/**
 * How a Kafka is to run.
 *
 * @param data directory of its files and of {@code kafka.log}
 * @param port of the broker on 127.0.0.1; 0 takes a free one
 * @param controllerPort likewise, of its controller
 * @param reachedAt the port its clients are told of, if something stands between; 0: its own
 * @param compressed false: the broker stores plain text, whatever producers choose
 * @param outlivesParent true: once ready it goes on when this JVM ends
 */
public record KafkaOptions(
        Path data,
        int port,
        int controllerPort,
        int reachedAt,
        boolean compressed,
        boolean outlivesParent) {

    /** On free ports, compressed as producers choose, ending with this JVM. */
    public static KafkaOptions in(Path data) {
        return new KafkaOptions(data, 0, 0, 0, true, false);
    }

    public KafkaOptions onPorts(int broker, int controller) {
        return new KafkaOptions(data, broker, controller, reachedAt, compressed, outlivesParent);
    }

    /** Its clients go by another port of 127.0.0.1, from where somebody has to forward them. */
    public KafkaOptions reachedAt(int number) {
        return new KafkaOptions(data, port, controllerPort, number, compressed, outlivesParent);
    }

    int toldPort() {
        return reachedAt == 0 ? port : reachedAt;
    }

    public KafkaOptions uncompressed() {
        return new KafkaOptions(data, port, controllerPort, reachedAt, false, outlivesParent);
    }

    public KafkaOptions detached() {
        return new KafkaOptions(data, port, controllerPort, reachedAt, compressed, true);
    }
}

package org.homeward.backends;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a Kafka is to run.
 *
 * @param data directory of its files and of {@code kafka.log}
 * @param port of the broker on 127.0.0.1; 0 takes a free one
 * @param controllerPort likewise, of its controller
 * @param reachedAt the port its clients are told of, if something stands between; 0: its own
 * @param compressed false: the broker stores plain text, whatever producers choose
 * @param outlivesParent true: once ready it goes on when this JVM ends
 * @param accounts passwords of those who may ask, by name; {@code broker}, who is among them, may
 *     do everything, the others what they are given. None: whoever asks may do everything
 */
public record KafkaOptions(
        Path data,
        int port,
        int controllerPort,
        int reachedAt,
        boolean compressed,
        boolean outlivesParent,
        Map<String, String> accounts) {

    /** The account of the broker itself. */
    static final String BROKER = "broker";

    public KafkaOptions {
        accounts = Map.copyOf(accounts);
        if (!accounts.isEmpty() && !accounts.containsKey(BROKER)) {
            throw new IllegalArgumentException("the broker has no account of its own");
        }
    }

    /** On free ports, compressed as producers choose, ending with this JVM. */
    public static KafkaOptions in(Path data) {
        return new KafkaOptions(data, 0, 0, 0, true, false, Map.of());
    }

    public KafkaOptions onPorts(int broker, int controller) {
        return new KafkaOptions(
                data, broker, controller, reachedAt, compressed, outlivesParent, accounts);
    }

    /** Its clients go by another port of 127.0.0.1, from where somebody has to forward them. */
    public KafkaOptions reachedAt(int number) {
        return new KafkaOptions(
                data, port, controllerPort, number, compressed, outlivesParent, accounts);
    }

    int toldPort() {
        return reachedAt == 0 ? port : reachedAt;
    }

    public KafkaOptions uncompressed() {
        return new KafkaOptions(
                data, port, controllerPort, reachedAt, false, outlivesParent, accounts);
    }

    public KafkaOptions detached() {
        return new KafkaOptions(data, port, controllerPort, reachedAt, compressed, true, accounts);
    }

    /**
     * It asks for a password, and lets nobody do what it was not given the right to.
     *
     * @param passwords as {@link #accounts}
     */
    public KafkaOptions withAccounts(Map<String, String> passwords) {
        return new KafkaOptions(
                data, port, controllerPort, reachedAt, compressed, outlivesParent, passwords);
    }

    /** How the broker itself says who it is. */
    String login() {
        return login(BROKER, accounts.getOrDefault(BROKER, ""));
    }

    /** Without the semicolon that ends it. */
    static String login(String account, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required"
                + " username=\"%s\" password=\"%s\"".formatted(account, password);
    }
}

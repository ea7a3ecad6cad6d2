package org.homeward.local.piece;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.local.Port;

/**
 * The broker with the programme's topics.
 *
 * @param reachedAt the port that its clients are told of
 */
record KafkaPiece(Path data, int port, int controllerPort, int reachedAt, boolean compressed)
        implements Piece {

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Address> addresses() {
        return List.of(new Address("kafka", "127.0.0.1:" + port));
    }

    @Override
    public Path log() {
        return data.resolve("kafka.log");
    }

    @Override
    public Map<Integer, String> ports() {
        return Map.of(
                port,
                MongoPiece.setting(Port.KAFKA),
                controllerPort,
                MongoPiece.setting(Port.KAFKA_CONTROLLER));
    }

    @Override
    public void check(PrintStream progress) {
        // its class path is checked as the first step of its start
    }

    @Override
    public void start(Consumer<ProcessHandle> started) {
        KafkaOptions options =
                KafkaOptions.in(data).onPorts(port, controllerPort).reachedAt(reachedAt).detached();
        KafkaProcess kafka =
                KafkaProcess.start(compressed ? options : options.uncompressed(), started);
        Topics.create(kafka.bootstrapServers());
    }

    @Override
    public boolean isReady() {
        return KafkaProcess.isReady(port);
    }
}

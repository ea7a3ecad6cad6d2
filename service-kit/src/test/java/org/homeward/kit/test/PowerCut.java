package org.homeward.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.homeward.backends.KafkaProcess;

/** What a power cut does to a broker: it dies, and the end of its logs was never on the disk. */
public final class PowerCut {

    private PowerCut() {}

    /**
     * Kills a broker and takes the end of partitions; the broker is not started again.
     *
     * @param data the directory of its files
     * @param bytes of the end; a batch that is cut into is lost as a whole
     */
    public static void strike(
            KafkaProcess kafka, Path data, String topic, long bytes, int... partitions) {
        kafka.kill9();
        for (int partition : partitions) {
            cut(data, topic, bytes, partition);
        }
    }

    private static void cut(Path data, String topic, long bytes, int partition) {
        try (var found = Files.list(data.resolve("logs").resolve(topic + "-" + partition))) {
            for (Path file : found.toList()) {
                if (file.toString().endsWith("index")) {
                    Files.delete(file);
                } else if (file.toString().endsWith(".log")) {
                    try (var log = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        log.truncate(Math.max(0, log.size() - bytes));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

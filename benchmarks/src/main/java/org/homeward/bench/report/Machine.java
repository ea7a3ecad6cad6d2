package org.homeward.bench.report;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;
import org.bson.Document;

/** What the figures depend on. */
public record Machine(
        int cores,
        String processor,
        long memoryMiB,
        String system,
        String java,
        String mongodb,
        String kafka,
        String springBoot,
        String writeConcern,
        double loadBefore) {

    public static Machine of(String mongo, double loadBefore) {
        var runtime = Runtime.version();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                runtime.toString(),
                mongodb(mongo),
                "broker " + broker() + ", clients " + AppInfoParser.getVersion(),
                Objects.requireNonNullElse(
                        org.springframework.boot.SpringBootVersion.getVersion(), ""),
                "majority, journaled; one node; Kafka acks=all, one broker",
                loadBefore);
    }

    /** How busy the machine was when nothing of ours ran; above 0.2 no figure is worth much. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String mongodb(String uri) {
        try (var client = MongoClients.create(uri)) {
            return client.getDatabase("admin")
                    .runCommand(new Document("buildInfo", 1))
                    .getString("version");
        }
    }

    private static String broker() {
        var versions = new Properties();
        try (var file =
                Machine.class.getResourceAsStream("/org/homeward/bench/versions.properties")) {
            versions.load(Objects.requireNonNull(file));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return versions.getProperty("kafka.broker");
    }

    private static long memory() {
        String total = line("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return total.isEmpty() ? 0 : Long.parseLong(total) / 1_024;
    }

    private static String line(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException elsewhere) {
            return "";
        }
    }
}

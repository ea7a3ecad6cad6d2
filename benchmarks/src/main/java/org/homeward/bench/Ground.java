package org.homeward.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeward.backends.BackendUnavailable;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.backends.MongoOptions;
import org.homeward.backends.MongoProcess;
import org.homeward.bench.load.Issuer;
import org.homeward.bench.process.Child;
import org.homeward.bench.process.Settings;

/**
 * What is measured on: a MongoDB, a Kafka and an issuer of its own, in a new folder and on free
 * ports. Closing it ends all that was started and removes the folder.
 */
final class Ground implements AutoCloseable {

    private final Path folder;
    private final MongoProcess mongo;
    private final KafkaProcess kafka;
    private final Issuer issuer = new Issuer();
    private final Path masterKey;
    private final List<Child> children = new ArrayList<>();
    private final List<String> options;

    private Ground(
            Path folder, MongoProcess mongo, KafkaProcess kafka, Path masterKey, List<String> jvm) {
        this.folder = folder;
        this.mongo = mongo;
        this.kafka = kafka;
        this.masterKey = masterKey;
        this.options = jvm;
    }

    /**
     * @param jvm more options for the processes under measurement
     */
    static Ground start(List<String> jvm) {
        try {
            var folder = Files.createTempDirectory("homeward-bench");
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            var file = folder.resolve("master.key");
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
            var kafka =
                    CompletableFuture.supplyAsync(
                            () ->
                                    insist(
                                            folder.resolve("kafka"),
                                            data -> KafkaProcess.start(KafkaOptions.in(data))));
            var mongo =
                    insist(
                            folder.resolve("mongo"),
                            data -> MongoProcess.start(MongoOptions.in(data)));
            return new Ground(folder, mongo, kafka.join(), file, jvm);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Another program may take a port that was free a moment ago. */
    private static <T> T insist(Path data, Function<Path, T> start) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.apply(data.resolveSibling(data.getFileName() + "-" + attempt));
            } catch (BackendUnavailable taken) {
                if (attempt == 3) {
                    throw taken;
                }
            }
        }
    }

    /**
     * Starts a process that is measured; it may not be ready yet.
     *
     * @param topic it publishes on and reads; empty: it only writes
     */
    Child child(String name, Class<?> main, String database, String topic) {
        var child = Child.start(name, main, settings(database, topic), options, folder);
        children.add(child);
        return child;
    }

    /** Of what is measured inside this process, and publishes on the topics of its own. */
    Settings settings(String database) {
        return settings(database, "");
    }

    private Settings settings(String database, String topic) {
        return new Settings(
                mongo.uri(database),
                kafka.bootstrapServers(),
                topic,
                masterKey.toString(),
                issuer.name());
    }

    /** Ends one that is not needed any more. */
    void end(Child child) {
        children.remove(child);
        child.close();
    }

    String mongo(String database) {
        return mongo.uri(database);
    }

    Path masterKey() {
        return masterKey;
    }

    String kafka() {
        return kafka.bootstrapServers();
    }

    /** Processor time that all of this has taken so far: backends, measured processes, load. */
    Duration cpu() {
        return Stream.concat(
                        children.stream().map(Child::handle),
                        Stream.of(kafka.handle(), mongo.handle(), ProcessHandle.current()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    Issuer issuer() {
        return issuer;
    }

    @Override
    public void close() {
        children.parallelStream().forEach(Child::close);
        issuer.close();
        kafka.close();
        mongo.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException leftover) {
            System.err.println("bench: " + folder + " could not be removed");
        }
    }
}

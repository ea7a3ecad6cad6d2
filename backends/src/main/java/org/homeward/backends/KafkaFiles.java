package org.homeward.backends;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a broker needs on disk: settings, a formatted log directory, the arguments of its JVM. */
final class KafkaFiles {

    private static final String CLUSTER = "aG9tZXdhcmQtbG9jYWwtMQ";

    private final KafkaOptions options;

    KafkaFiles(KafkaOptions options) {
        this.options = options;
    }

    Path log() {
        return options.data().resolve("kafka.log");
    }

    /** The command that starts the broker; everything it refers to is written. */
    List<String> prepare() {
        try {
            Files.createDirectories(options.data());
            Files.writeString(settings(), content());
            Files.writeString(arguments(), "-cp \"" + classPath() + "\"\n");
            if (Files.notExists(logs().resolve("meta.properties"))) {
                format();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "@" + arguments(),
                "kafka.Kafka",
                settings().toString());
    }

    private void format() throws IOException {
        CommandResult result =
                CommandResult.of(
                        Duration.ofSeconds(60),
                        java(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "@" + arguments(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "-t",
                        CLUSTER,
                        "-c",
                        settings().toString());
        if (!result.succeeded()) {
            throw new BackendUnavailable(
                    "Kafka's directory " + logs() + " cannot be formatted: " + result.lastLine());
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path settings() {
        return options.data().resolve("server.properties").toAbsolutePath();
    }

    private Path arguments() {
        return options.data().resolve("java.args").toAbsolutePath();
    }

    private Path logs() {
        return options.data().resolve("logs").toAbsolutePath();
    }

    /** Written by the build: the jars of the broker's own release in the local repository. */
    private static String classPath() throws IOException {
        try (InputStream in = KafkaFiles.class.getResourceAsStream("/kafka.classpath")) {
            if (in == null) {
                throw new BackendUnavailable(
                        "Kafka's class path is missing from the build: run ./mvnw package.");
            }
            String path = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            for (String jar : path.split(java.io.File.pathSeparator, -1)) {
                if (Files.notExists(Path.of(jar))) {
                    throw new BackendUnavailable(
                            "Kafka's jar " + jar + " is gone: run ./mvnw package again.");
                }
            }
            return path;
        }
    }

    private String content() {
        String broker = "127.0.0.1:" + options.port();
        String controller = "127.0.0.1:" + options.controllerPort();
        return """
               process.roles=broker,controller
               node.id=1
               controller.quorum.voters=1@%2$s
               listeners=BROKER://%1$s,CONTROLLER://%2$s
               advertised.listeners=BROKER://%5$s
               listener.security.protocol.map=BROKER:%6$s,CONTROLLER:%6$s
               inter.broker.listener.name=BROKER
               controller.listener.names=CONTROLLER
               log.dirs=%3$s
               auto.create.topics.enable=false
               num.partitions=12
               compression.type=%4$s
               offsets.topic.replication.factor=1
               offsets.topic.num.partitions=4
               transaction.state.log.replication.factor=1
               transaction.state.log.min.isr=1
               transaction.state.log.num.partitions=4
               share.coordinator.state.topic.replication.factor=1
               share.coordinator.state.topic.min.isr=1
               group.initial.rebalance.delay.ms=0
               # else a broker that was killed waits for the end of its own session
               broker.session.timeout.ms=3000
               broker.heartbeat.interval.ms=500
               num.network.threads=2
               num.io.threads=4
               # the default of 128 MB would be half of the heap
               log.cleaner.dedupe.buffer.size=4194304
               """
                        .formatted(
                                broker,
                                controller,
                                logs(),
                                options.compressed() ? "producer" : "uncompressed",
                                "127.0.0.1:" + options.toldPort(),
                                options.accounts().isEmpty() ? "PLAINTEXT" : "SASL_PLAINTEXT")
                + (options.accounts().isEmpty() ? "" : guard());
    }

    /** As the container is set. */
    private String guard() {
        StringBuilder known = new StringBuilder(options.login());
        options.accounts()
                .forEach(
                        (account, password) ->
                                known.append(" user_%s=\"%s\"".formatted(account, password)));
        return """
               sasl.enabled.mechanisms=PLAIN
               sasl.mechanism.inter.broker.protocol=PLAIN
               sasl.mechanism.controller.protocol=PLAIN
               authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
               super.users=User:%1$s
               listener.name.broker.plain.sasl.jaas.config=%2$s;
               listener.name.controller.plain.sasl.jaas.config=%2$s;
               """
                .formatted(KafkaOptions.BROKER, known);
    }
}

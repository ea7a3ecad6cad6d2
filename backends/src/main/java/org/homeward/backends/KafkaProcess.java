package org.homeward.backends;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * A real Kafka of one node (KRaft) on the loopback address, in a JVM of its own. {@link #start} and
 * {@link #restart} return when it serves clients; acknowledged records survive {@link #kill9()}.
 */
public final class KafkaProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final KafkaOptions options;
    private ChildProcess process;

    private KafkaProcess(KafkaOptions options, ChildProcess process) {
        this.options = options;
        this.process = process;
    }

    public static KafkaProcess start(KafkaOptions options) throws BackendUnavailable {
        return start(options, _ -> {});
    }

    /**
     * @param started told of the process as soon as it exists, before it is ready
     */
    public static KafkaProcess start(KafkaOptions options, Consumer<ProcessHandle> started)
            throws BackendUnavailable {
        KafkaOptions fixed =
                options.onPorts(
                        options.port() == 0 ? FreePorts.next() : options.port(),
                        options.controllerPort() == 0
                                ? FreePorts.next()
                                : options.controllerPort());
        return new KafkaProcess(fixed, launch(fixed, started));
    }

    private static ChildProcess launch(KafkaOptions options, Consumer<ProcessHandle> started) {
        Readiness.demandFree(options.port(), "Kafka");
        Readiness.demandFree(options.controllerPort(), "Kafka's controller");
        KafkaFiles files = new KafkaFiles(options);
        ChildProcess process = ChildProcess.start(files.prepare(), Map.of(), files.log());
        started.accept(process.handle());
        Readiness.await(process, "Kafka", START, () -> Readiness.accepts(options.port()));
        try (Admin admin = admin(own(options))) {
            Readiness.await(process, "Kafka", START, () -> serves(admin));
        }
        if (options.outlivesParent()) {
            process.letOutlive();
        }
        return process;
    }

    private static Admin admin(Map<String, Object> client) {
        Map<String, Object> impatient = new HashMap<>(client);
        impatient.put("default.api.timeout.ms", "2000");
        impatient.put("request.timeout.ms", "1000");
        return Admin.create(impatient);
    }

    /** Of the broker's own account, if it has one. */
    private static Map<String, Object> own(KafkaOptions options) {
        return options.accounts().isEmpty()
                ? anybody(options.port())
                : asking(options.port(), options.login());
    }

    private static Map<String, Object> anybody(int port) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }

    private static Map<String, Object> asking(int port, String login) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login + ";");
    }

    /** The controller lists a broker as a node only when it is no longer fenced. */
    private static boolean serves(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailable("Interrupted while waiting for Kafka", e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + options.port();
    }

    /** What a client has to be set to that says it is this account, whether it is or not. */
    public Map<String, Object> clients(String account, String password) {
        return asking(options.port(), KafkaOptions.login(account, password));
    }

    /**
     * Whether the one on the port, started by whomever, serves clients now; one that asks for a
     * password serves none.
     */
    public static boolean isReady(int port) {
        if (!Readiness.accepts(port)) {
            return false;
        }
        try (Admin admin = admin(anybody(port))) {
            return serves(admin);
        }
    }

    public int port() {
        return options.port();
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.handle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it cleanly (SIGTERM), by force after 20 s. */
    public void stop() {
        process.stop(STOP);
    }

    public void kill9() {
        process.kill9();
    }

    /** Starts it again on the same files and ports, stopping it first if it still runs. */
    public void restart() throws BackendUnavailable {
        if (process.isAlive()) {
            stop();
        }
        process = launch(options, _ -> {});
    }

    @Override
    public void close() {
        stop();
    }
}

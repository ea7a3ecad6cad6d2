package org.homeward.backends;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A real mongod as a replica set of one on the loopback address. {@link #start} and {@link
 * #restart} return when it is primary; data written with majority and journal survives {@link
 * #kill9()}.
 */
public final class MongoProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final MongoOptions options;
    private ChildProcess process;

    private MongoProcess(MongoOptions options, ChildProcess process) {
        this.options = options;
        this.process = process;
    }

    public static MongoProcess start(MongoOptions options) throws BackendUnavailable {
        return start(options, _ -> {});
    }

    /**
     * @param started told of the process as soon as it exists, before it is ready
     */
    public static MongoProcess start(MongoOptions options, Consumer<ProcessHandle> started)
            throws BackendUnavailable {
        MongoOptions fixed = options.port() == 0 ? options.onPort(FreePorts.next()) : options;
        return new MongoProcess(fixed, launch(fixed, started));
    }

    private static ChildProcess launch(MongoOptions options, Consumer<ProcessHandle> started) {
        Readiness.demandFree(options.port(), "MongoDB");
        try {
            Files.createDirectories(options.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChildProcess process =
                ChildProcess.start(
                        command(options), Map.of(), options.data().resolve("mongod.log"));
        started.accept(process.handle());
        Readiness.await(process, "mongod", START, () -> Readiness.accepts(options.port()));
        try (MongoClient client = MongoClients.create(direct(options.port()))) {
            ReplicaSetOfOne replicaSet = new ReplicaSetOfOne(client, options.toldPort());
            Readiness.await(process, "mongod's replica set", START, replicaSet::isPrimary);
        }
        if (options.outlivesParent()) {
            process.letOutlive();
        }
        return process;
    }

    private static List<String> command(MongoOptions options) {
        List<String> line = new ArrayList<>();
        line.add(options.mongod().toString());
        line.addAll(List.of("--dbpath", options.data().toString()));
        line.addAll(List.of("--bind_ip", "127.0.0.1", "--port", "" + options.port()));
        line.addAll(List.of("--replSet", ReplicaSetOfOne.NAME, "--nounixsocket", "--quiet"));
        line.addAll(List.of("--wiredTigerCacheSizeGB", "0.25", "--oplogSize", "512"));
        line.addAll(List.of("--setParameter", "diagnosticDataCollectionEnabled=false"));
        // nobody to hand over to: the default waits 15 s for another member
        line.addAll(List.of("--setParameter", "shutdownTimeoutMillisForSignaledShutdown=100"));
        // the transaction of a process that was killed holds its records until the server ends it:
        // at most one and a half times this; the default is a minute
        line.addAll(List.of("--setParameter", "transactionLifetimeLimitSeconds=10"));
        if (options.testCommands()) {
            line.addAll(List.of("--setParameter", "enableTestCommands=1"));
        }
        if (!options.compressed()) {
            line.addAll(List.of("--wiredTigerCollectionBlockCompressor", "none"));
            line.addAll(List.of("--wiredTigerJournalCompressor", "none"));
            line.addAll(List.of("--wiredTigerIndexPrefixCompression", "false"));
        }
        return line;
    }

    private static String direct(int port) {
        return "mongodb://127.0.0.1:"
                + port
                + "/?directConnection=true&serverSelectionTimeoutMS=2000&timeoutMS=5000";
    }

    /** The connection string of a database, for instance {@code uri("beneficiary")}. */
    public String uri(String database) {
        return uri(options.port(), database);
    }

    /** The same for a replica set that another program started on the port. */
    public static String uri(int port, String database) {
        return "mongodb://127.0.0.1:"
                + port
                + "/"
                + database
                + "?replicaSet="
                + ReplicaSetOfOne.NAME;
    }

    /** Whether the one on the port, started by whomever, serves clients now. */
    public static boolean isReady(int port) {
        if (!Readiness.accepts(port)) {
            return false;
        }
        try (MongoClient client = MongoClients.create(direct(port))) {
            return ReplicaSetOfOne.isPrimary(client);
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

    /** Starts it again on the same files and port, stopping it first if it still runs. */
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

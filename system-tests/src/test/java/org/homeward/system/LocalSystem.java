package org.homeward.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.backends.FreePorts;

/**
 * A local system of its own, driven by the command that a newcomer uses: free ports, its own data
 * and secrets, the jars of this build.
 */
public final class LocalSystem implements AutoCloseable {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PORTS =
            List.of(
                    "IDENTITY",
                    "BENEFICIARY",
                    "GRANT",
                    "STORY",
                    "NOTIFICATION",
                    "BENEFICIARY_2",
                    "GRANT_2",
                    "STORY_2",
                    "NOTIFICATION_2",
                    "SMTP",
                    "MAIL",
                    "MONGODB",
                    "KAFKA",
                    "KAFKA_CONTROLLER");

    private static final int ATTEMPTS = 3;
    private static final int MANAGEMENT = 100;
    private static final int STOPS = 30;

    /** Any free port, which the program tells in its first lines; it is on loopback alone. */
    private static final String DEBUGGED =
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    private static final String DEBUG_PORT = "Listening for transport dt_socket at address: ";

    private final Path home;
    private final Map<String, String> ports = new TreeMap<>();
    private final Map<String, String> settings;
    private final int instances;

    /**
     * @param spans to which the services send theirs
     */
    LocalSystem(Spans spans) {
        this(1, Map.of());
        settings.putAll(spans.settings());
    }

    /**
     * @param instances of each service
     * @param detours by which port the services reach a backend, by its name
     */
    public LocalSystem(int instances, Map<String, Integer> detours) {
        this.instances = instances;
        this.settings = new TreeMap<>();
        detours.forEach((to, port) -> settings.put("HOMEWARD_VIA_" + to, "" + port));
        try {
            home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "system");
            for (var module :
                    List.of(
                            "beneficiary-service",
                            "grant-service",
                            "story-service",
                            "notification-service",
                            "local-run",
                            "demo")) {
                Files.createSymbolicLink(home.resolve(module), PROJECT.resolve(module));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var taken = new HashSet<Integer>();
        for (var port : PORTS) {
            ports.put("HOMEWARD_PORT_" + port, String.valueOf(apart(taken)));
        }
    }

    /** A free port that is nobody's, as little as the one 100 above it, which services use too. */
    private static int apart(Set<Integer> taken) {
        while (true) {
            int port = FreePorts.next();
            if (!taken.contains(port) && !taken.contains(port + MANAGEMENT)) {
                taken.addAll(List.of(port, port + MANAGEMENT));
                return port;
            }
        }
    }

    public Path project() {
        return home;
    }

    public Path state() {
        return home.resolve(".homeward");
    }

    /** Straight to it, whatever stands between it and the services. */
    public String mongodb() {
        return "mongodb://127.0.0.1:" + port("MONGODB") + "/admin?directConnection=true";
    }

    public int port(String name) {
        return Integer.parseInt(ports.getOrDefault("HOMEWARD_PORT_" + name, "0"));
    }

    /** What runs when one instance of each service is enough. */
    List<String> pieces() {
        return List.of(
                "mongodb",
                "kafka",
                "identity",
                "beneficiary-service",
                "grant-service",
                "story-service",
                "notification-service");
    }

    /** At which these listen, those for management too. */
    Set<Integer> ports() {
        var numbers = new HashSet<Integer>();
        for (var port : PORTS) {
            if (!port.endsWith("_2")) {
                numbers.add(port(port));
            }
        }
        for (var service : List.of("BENEFICIARY", "GRANT", "STORY", "NOTIFICATION")) {
            numbers.add(port(service) + MANAGEMENT);
        }
        return numbers;
    }

    /**
     * Starts whatever does not run, in such a way that a debugger can look at it. Once more when it
     * does not succeed: another piece may have been killed meanwhile.
     */
    public void up() {
        var result = new Result(-1, List.of());
        for (int i = 0; i < ATTEMPTS && result.exitCode() != 0; i++) {
            result =
                    run(
                            line -> {},
                            Map.of("JAVA_TOOL_OPTIONS", DEBUGGED),
                            "up",
                            "--detach",
                            "--uncompressed",
                            "--instances",
                            "" + instances);
        }
        if (result.exitCode() != 0) {
            throw new IllegalStateException("up failed: " + String.join("\n", result.lines()));
        }
    }

    /** Starts pieces again that do not run; once more when that does not succeed. */
    public void start(List<String> pieces) {
        start(pieces, List.of());
    }

    /**
     * @param options of their JVMs
     */
    public void start(List<String> pieces, List<String> options) {
        var debugged = Stream.concat(Stream.of(DEBUGGED), options.stream());
        var forJvm = Map.of("JAVA_TOOL_OPTIONS", debugged.collect(Collectors.joining(" ")));
        var result = new Result(-1, List.of());
        for (int i = 0; i < ATTEMPTS && result.exitCode() != 0; i++) {
            result =
                    run(
                            line -> {},
                            forJvm,
                            "up",
                            "--uncompressed",
                            "--only",
                            String.join(",", pieces));
        }
        if (result.exitCode() != 0) {
            throw new IllegalStateException(
                    pieces + " do not start: " + String.join("\n", result.lines()));
        }
    }

    /** A command of {@code ./homeward}; each line of its output is shown while it runs. */
    public Result run(Consumer<String> watch, String... arguments) {
        return run(watch, Map.of(), arguments);
    }

    /**
     * @param environment of the command, beside that of this process
     */
    Result run(Consumer<String> watch, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "-Dhomeward.home=" + home));
        command.addAll(
                List.of("-jar", home.resolve("local-run/target/local-run-0.1.0.jar").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // else no webhook could be registered: none may lead to this machine
        builder.environment().put("HOMEWARD_WEBHOOK_LOCALHOSTS", "127.0.0.1");
        builder.environment().putAll(ports);
        builder.environment().putAll(settings);
        builder.environment().putAll(environment);
        var lines = new ArrayList<String>();
        try {
            var process = builder.start();
            try (var output =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(line);
                    watch.accept(line);
                }
            } catch (RuntimeException broken) {
                process.destroyForcibly();
                throw broken;
            }
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(arguments[0] + " does not end");
            }
            return new Result(process.exitValue(), lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Where the piece, as it was last started, listens for a debugger. */
    public int debugPort(String piece) {
        try (var lines = Files.lines(state().resolve("logs").resolve(piece + ".log"))) {
            return lines.filter(line -> line.startsWith(DEBUG_PORT))
                    .map(line -> Integer.parseInt(line.substring(DEBUG_PORT.length()).strip()))
                    .reduce((_, last) -> last)
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** kill -9 of a piece that this system started. */
    public void kill(String piece) {
        process(piece).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** The process of a piece that this system started, while it lives. */
    public Optional<ProcessHandle> process(String piece) {
        try {
            var file = state().resolve("run").resolve(piece + ".pid");
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Stops everything; waits for whoever is still starting something. */
    @Override
    public void close() {
        for (int i = 0; i < STOPS && run(line -> {}, "down").exitCode() != 0; i++) {
            awaitNobodyAtWork();
        }
    }

    /** Whoever starts or stops pieces holds the lock as long as it takes. */
    private void awaitNobodyAtWork() {
        var lock = state().resolve("run").resolve("lock");
        try (var file = FileChannel.open(lock, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            return;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How a command ended and what it said. */
    public record Result(int exitCode, List<String> lines) {

        /** The lines of the demo's table. */
        List<String> table() {
            return lines.stream().filter(line -> line.matches("[A-J] {5}\\S.*")).toList();
        }

        /** The address of the page of a case or of what is published beside them. */
        String page(String name) {
            var row =
                    lines.stream()
                            .filter(
                                    line ->
                                            line.startsWith(name + "  ")
                                                    || line.startsWith(name + ": "))
                            .findFirst();
            return row.map(line -> line.substring(line.lastIndexOf(' ') + 1)).orElse("");
        }
    }
}

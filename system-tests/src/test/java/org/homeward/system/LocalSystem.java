package org.homeward.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.homeward.backends.FreePorts;
import org.homeward.backends.MongoProcess;

/**
 * A local system of its own, driven by the command that a newcomer uses: free ports, its own data
 * and secrets, the jars of this build.
 */
final class LocalSystem implements AutoCloseable {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PORTS =
            List.of(
                    "IDENTITY",
                    "BENEFICIARY",
                    "GRANT",
                    "STORY",
                    "NOTIFICATION",
                    "SMTP",
                    "MAIL",
                    "MONGODB",
                    "KAFKA",
                    "KAFKA_CONTROLLER");

    private static final int ATTEMPTS = 3;

    /** Any free port, which the program tells in its first lines; it is on loopback alone. */
    private static final String DEBUGGED =
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    private static final String DEBUG_PORT = "Listening for transport dt_socket at address: ";

    private final Path home;
    private final Map<String, String> ports = new TreeMap<>();

    LocalSystem() {
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
        for (var port : PORTS) {
            ports.put("HOMEWARD_PORT_" + port, String.valueOf(FreePorts.next()));
        }
    }

    Path state() {
        return home.resolve(".homeward");
    }

    String mongodb() {
        return MongoProcess.uri(port("MONGODB"), "admin");
    }

    int port(String name) {
        return Integer.parseInt(ports.getOrDefault("HOMEWARD_PORT_" + name, "0"));
    }

    /**
     * Starts whatever does not run, in such a way that a debugger can look at it. Once more when it
     * does not succeed: another piece may have been killed meanwhile.
     */
    void up() {
        var result = new Result(-1, List.of());
        for (int i = 0; i < ATTEMPTS && result.exitCode() != 0; i++) {
            result =
                    run(
                            line -> {},
                            Map.of("JAVA_TOOL_OPTIONS", DEBUGGED),
                            "up",
                            "--detach",
                            "--uncompressed");
        }
        if (result.exitCode() != 0) {
            throw new IllegalStateException("up failed: " + String.join("\n", result.lines()));
        }
    }

    /** A command of {@code ./homeward}; each line of its output is shown while it runs. */
    Result run(Consumer<String> watch, String... arguments) {
        return run(watch, Map.of(), arguments);
    }

    private Result run(
            Consumer<String> watch, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "-Dhomeward.home=" + home));
        command.addAll(
                List.of("-jar", home.resolve("local-run/target/local-run-0.1.0.jar").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(ports);
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
    int debugPort(String piece) {
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
    void kill(String piece) {
        try {
            var file = state().resolve("run").resolve(piece + ".pid");
            long pid = Long.parseLong(Files.readAllLines(file).getFirst());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        run(line -> {}, "down");
    }

    /** How a command ended and what it said. */
    record Result(int exitCode, List<String> lines) {

        /** The lines of the demo's table. */
        List<String> table() {
            return lines.stream()
                    .filter(line -> line.matches("[AB] +\\d{2}-\\d{7}-\\d .*"))
                    .toList();
        }
    }
}

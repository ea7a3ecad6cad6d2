package org.homeward.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program that runs beside this one, with its output appended to a log file. It gets a session of
 * its own where the system has {@code setsid}: a Ctrl-C meant for this program does not reach it.
 */
public final class ChildProcess {

    private final Process process;
    private final Path log;
    private final Thread endWithParent;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.endWithParent = new Thread(process::destroyForcibly, "end-" + process.pid());
    }

    /**
     * Starts it. It is killed when this JVM ends, unless {@link #letOutlive()} is said.
     *
     * @param environment added to this program's own
     */
    public static ChildProcess start(
            List<String> command, Map<String, String> environment, Path log)
            throws BackendUnavailable {
        List<String> line = new ArrayList<>(setsid());
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ChildProcess child = new ChildProcess(builder.start(), log);
            Runtime.getRuntime().addShutdownHook(child.endWithParent);
            child.awaitProgram();
            return child;
        } catch (IOException e) {
            throw new BackendUnavailable(
                    "Cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** Until setsid has become the program itself: its name is asked for later. */
    private void awaitProgram() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (process.isAlive()
                && process.info().command().filter(c -> c.endsWith("/setsid")).isPresent()
                && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static List<String> setsid() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(place -> Files.isExecutable(Path.of(place)))
                .limit(1)
                .toList();
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** Asks the program to end (SIGTERM) and kills it when it has not within the time given. */
    public void stop(Duration patience) {
        stop(process.toHandle(), patience);
        letOutlive();
    }

    /** SIGKILL: what a crash looks like. Returns when the process is gone. */
    public void kill9() {
        process.destroyForcibly();
        await(process.toHandle(), Duration.ofSeconds(10));
        letOutlive();
    }

    /** The same for a process that another program started. True if it ended by itself in time. */
    public static boolean stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (await(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        await(process, Duration.ofSeconds(10));
        return false;
    }

    private static boolean await(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return !process.isAlive();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** From now on it goes on when this JVM ends. */
    public void letOutlive() {
        try {
            Runtime.getRuntime().removeShutdownHook(endWithParent);
        } catch (IllegalStateException _) {
            // this JVM is ending: the hook runs or has run
        }
    }

    /** For a message when the program ended too early: its exit code and the log's last line. */
    public String lastWords() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            String last = lines.filter(l -> !l.isBlank()).reduce("", (_, b) -> b);
            String shown = last.length() > 300 ? last.substring(0, 300) + "…" : last;
            return "exit code " + process.exitValue() + ", log " + log + " ends with: " + shown;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

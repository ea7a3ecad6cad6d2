package org.homeward.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A process under measurement, as the bench holds it. It ends when it is closed. */
public final class Child implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE = 300;

    private final String name;
    private final Process process;
    private final Path log;
    private final PrintStream orders;
    private final BufferedReader answers;
    private int port;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it, with the class path of this process. */
    public static Child start(
            String name, Class<?> main, Settings settings, List<String> options, Path logs) {
        Path log = logs.resolve(name + ".log");
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        line.add(JSON.writeValueAsString(settings));
        try {
            var builder = new ProcessBuilder(line).redirectError(log.toFile());
            return new Child(name, builder.start(), log);
        } catch (IOException impossible) {
            throw new IllegalStateException("cannot start " + name, impossible);
        }
    }

    /** Returns when it takes orders. */
    public Child ready() {
        port = answer(PATIENCE).port();
        return this;
    }

    /** Of its web server. */
    public int port() {
        return port;
    }

    /**
     * @throws IllegalStateException when it died, was silent for too long or could not do it
     */
    public Answer ask(Order order) {
        orders.println(JSON.writeValueAsString(order));
        return answer(PATIENCE + (long) order.seconds());
    }

    private Answer answer(long patience) {
        var line =
                CompletableFuture.supplyAsync(this::line, task -> Thread.ofVirtual().start(task));
        try {
            String text = line.get(patience, TimeUnit.SECONDS);
            if (text == null) {
                throw new IllegalStateException(name + " has died: " + lastWords());
            }
            var answer = JSON.readValue(text, Answer.class);
            if (answer.broken() != null) {
                throw new IllegalStateException(name + ": " + answer.broken());
            }
            return answer;
        } catch (ExecutionException | TimeoutException silent) {
            throw new IllegalStateException(name + " does not answer: " + lastWords(), silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for " + name, stopped);
        }
    }

    /** The JVM itself may say something in between. */
    private @Nullable String line() {
        try {
            var line = answers.readLine();
            while (line != null && !line.startsWith("{")) {
                line = answers.readLine();
            }
            return line;
        } catch (IOException gone) {
            return null;
        }
    }

    private String lastWords() {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 15), all.size()));
        } catch (IOException unreadable) {
            return "no log";
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(25, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

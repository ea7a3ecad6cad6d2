package org.homeward.backends;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a short-lived command answered. */
record CommandResult(int code, String output) {

    private static final int TIMED_OUT = -1;

    /**
     * Runs it to its end, or kills it after the bound.
     *
     * @throws IOException if there is no such program
     */
    static CommandResult of(Duration bound, String... command) throws IOException {
        Path output = Files.createTempFile("homeward-", ".out");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new CommandResult(TIMED_OUT, "no end within " + bound.toSeconds() + " s");
            }
            return new CommandResult(
                    process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    boolean succeeded() {
        return code == 0;
    }

    String lastLine() {
        return output.lines().filter(line -> !line.isBlank()).reduce("", (_, last) -> last).strip();
    }
}

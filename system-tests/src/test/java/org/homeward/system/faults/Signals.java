package org.homeward.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.homeward.system.LocalSystem;

/** What a process can be told by its operating system. */
final class Signals {

    private static final Duration END = Duration.ofSeconds(40);

    private Signals() {}

    /** To a piece, if it lives. */
    static void send(String signal, LocalSystem system, String piece) {
        system.process(piece).ifPresent(process -> run("kill", "-" + signal, "" + process.pid()));
    }

    /** Until a piece that was asked to has ended, by force after a while. */
    static void awaitEnd(LocalSystem system, String piece) {
        system.process(piece)
                .ifPresent(
                        process ->
                                process.onExit()
                                        .completeOnTimeout(
                                                process, END.toSeconds(), TimeUnit.SECONDS)
                                        .join()
                                        .destroyForcibly());
    }

    static void run(String... command) {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

package org.homeward.local.piece;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers the process of one piece. The number alone proves nothing, since the system gives it to
 * another program later: start time and program must be the recorded ones too.
 */
final class PidFile {

    /** The system's start times are computed from its boot time, which wobbles with the clock. */
    private static final Duration CLOCK_WOBBLE = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void record(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        String started = info.startInstant().map(Instant::toString).orElse("");
        try {
            Files.writeString(
                    file, process.pid() + "\n" + started + "\n" + info.command().orElse("") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process, if it still runs and is no other. */
    Optional<ProcessHandle> process() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> isSame(process, lines.get(1), lines.get(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static boolean isSame(ProcessHandle process, String started, String command) {
        ProcessHandle.Info info = process.info();
        boolean sameStart =
                info.startInstant()
                        .filter(_ -> !started.isEmpty())
                        .map(now -> Duration.between(Instant.parse(started), now).abs())
                        .filter(difference -> difference.compareTo(CLOCK_WOBBLE) < 0)
                        .isPresent();
        return sameStart && info.command().filter(command::equals).isPresent();
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

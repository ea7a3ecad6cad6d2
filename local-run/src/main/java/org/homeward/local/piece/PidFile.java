package org.homeward.local.piece;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers the process of one piece. The number alone proves nothing, since the system gives it to
 * another program later: start time and program must be the recorded ones too.
 */
final class PidFile {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** Place of the start time in {@code /proc/<pid>/stat}, counted from behind the name. */
    private static final int START = 19;

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void record(ProcessHandle process) {
        String command = process.info().command().orElse("");
        try {
            Files.writeString(
                    file, process.pid() + "\n" + started(process) + "\n" + command + "\n");
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
        return !started.isEmpty()
                && started.equals(started(process))
                && process.info().command().filter(command::equals).isPresent();
    }

    /**
     * When it started. On Linux in ticks since the boot, which is named too: the time of day would
     * seem another one whenever the clock is set.
     */
    private static String started(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
            List<String> behindName =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", START + 2));
            return Files.readString(BOOT).strip() + " " + behindName.get(START);
        } catch (IOException elsewhere) {
            return process.info().startInstant().map(Instant::toString).orElse("");
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.homeward.local.piece;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    private final Path file;
    private final PidFile pidFile;

    PidFileTest(@TempDir Path directory) {
        file = directory.resolve("piece.pid");
        pidFile = new PidFile(file);
    }

    @Test
    void a_recorded_process_is_found_again() {
        pidFile.record(ProcessHandle.current());

        assertThat(pidFile.process()).contains(ProcessHandle.current());
    }

    @Test
    void a_number_that_the_system_gave_to_a_later_process_is_not_ours() throws IOException {
        pidFile.record(ProcessHandle.current());
        change(1, "2020-01-01T00:00:00Z");

        assertThat(pidFile.process()).isEmpty();
    }

    @Test
    void a_number_that_belongs_to_another_program_is_not_ours() throws IOException {
        pidFile.record(ProcessHandle.current());
        change(2, "/usr/bin/mongod");

        assertThat(pidFile.process()).isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_not_found() throws Exception {
        Process process = new ProcessBuilder("true").start();
        pidFile.record(process.toHandle());
        process.waitFor();

        assertThat(pidFile.process()).isEmpty();
    }

    @Test
    void a_torn_file_names_nobody() throws IOException {
        Files.writeString(file, "12");

        assertThat(pidFile.process()).isEmpty();
    }

    private void change(int line, String text) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(line, text);
        Files.write(file, lines);
    }
}

package org.homeward.local.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.homeward.backends.ChildProcess;
import org.homeward.local.Refusal;
import org.homeward.local.piece.LocalSystem.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {

    private final Path directory;
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
    private final Sleeper database;
    private final Sleeper service;
    private final LocalSystem system;

    LocalSystemTest(@TempDir Path directory) {
        this.directory = directory;
        database = new Sleeper("database", directory, Map.of());
        service = new Sleeper("service", directory, Map.of());
        system = system(database, service);
    }

    @AfterEach
    void stop() {
        system.stop();
    }

    @Test
    void a_second_start_starts_nothing_twice() {
        system.start();
        var first = new PidFile(directory.resolve("database.pid")).process();

        system.start();

        assertThat(new PidFile(directory.resolve("database.pid")).process()).isEqualTo(first);
        assertThat(system.conditions().values()).containsOnly(Condition.READY);
    }

    @Test
    void only_the_piece_that_died_is_started_again() {
        system.start();
        var database = new PidFile(directory.resolve("database.pid")).process();
        var service = new PidFile(directory.resolve("service.pid")).process().orElseThrow();
        service.destroyForcibly();
        service.onExit().join();
        assertThat(system.conditions()).containsEntry("service", Condition.STOPPED);

        system.start();

        assertThat(new PidFile(directory.resolve("database.pid")).process()).isEqualTo(database);
        assertThat(system.conditions()).containsEntry("service", Condition.READY);
    }

    @Test
    void it_stops_in_the_opposite_order() {
        system.start();
        progress.reset();

        system.stop();

        assertThat(progress.toString(StandardCharsets.UTF_8))
                .containsSubsequence("service", "database");
        assertThat(system.anyRunning()).isFalse();
    }

    @Test
    void a_foreign_process_with_the_number_of_ours_is_left_alone() throws IOException {
        ChildProcess foreign =
                ChildProcess.start(
                        List.of("sleep", "1000"), Map.of(), directory.resolve("foreign.log"));
        Files.writeString(
                directory.resolve("service.pid"),
                foreign.pid() + "\n2020-01-01T00:00:00Z\n/usr/bin/sleep\n");

        system.stop();

        assertThat(foreign.isAlive()).isTrue();
        foreign.kill9();
    }

    @Test
    void a_port_in_use_is_named_with_the_setting_that_changes_it() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();
            var busy = new Sleeper("busy", directory, Map.of(port, "HOMEWARD_PORT_BUSY"));

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> system(busy).check())
                    .withMessageContaining("Port " + port)
                    .withMessageContaining("HOMEWARD_PORT_BUSY");
        }
    }

    @Test
    void a_port_in_use_is_told_before_anything_is_fetched() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var ports = Map.of(taken.getLocalPort(), "HOMEWARD_PORT_BUSY");
            var busy = new Sleeper("busy", directory, ports);

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> system(database, busy).check());
        }

        assertThat(progress.toString(StandardCharsets.UTF_8)).isEmpty();
        system(database).check();
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("Fetching database");
    }

    private LocalSystem system(Piece... pieces) {
        List<List<Piece>> stages = List.of(pieces).stream().map(List::of).toList();
        return new LocalSystem(
                directory, stages, new PrintStream(progress, true, StandardCharsets.UTF_8));
    }

    /** A real process that does nothing. */
    private record Sleeper(String name, Path directory, Map<Integer, String> ports)
            implements Piece {

        @Override
        public List<Address> addresses() {
            return List.of();
        }

        @Override
        public Path log() {
            return directory.resolve(name + ".log");
        }

        @Override
        public void check(PrintStream progress) {
            progress.println("Fetching " + name);
        }

        @Override
        public void start(Consumer<ProcessHandle> started) {
            started.accept(ChildProcess.start(List.of("sleep", "1000"), Map.of(), log()).handle());
        }

        @Override
        public boolean isReady() {
            return true;
        }
    }
}

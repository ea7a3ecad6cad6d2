package org.homeward.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.homeward.local.Extent;
import org.homeward.local.Home;
import org.homeward.local.Ports;
import org.homeward.local.Refusal;
import org.homeward.local.piece.LocalSystem;

/** What the commands share. */
record Surroundings(Home home, PortOptions options, PrintStream out) {

    LocalSystem system() {
        return system(options.ports(), extent(), true);
    }

    LocalSystem system(Ports ports, Extent extent, boolean compressed) {
        return LocalSystem.of(home, ports, extent, compressed, out);
    }

    /** Runs work that starts or stops pieces, never two at once. */
    void alone(Runnable work) {
        try (FileChannel file =
                        FileChannel.open(
                                home.run().resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw new Refusal("Another ./homeward up, down or reset is at work: wait for it.");
            }
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much of it runs. */
    Extent extent() {
        return Extent.saved(home.run().resolve("instances"));
    }

    void remember(Ports ports, Extent extent) {
        ports.save(home.run().resolve("ports"));
        extent.save(home.run().resolve("instances"));
    }

    void forget() {
        try {
            Files.deleteIfExists(home.run().resolve("ports"));
            Files.deleteIfExists(home.run().resolve("instances"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.homeward.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * What tests leave in files: beneath the module's {@code target}, where a failure can be looked
 * into. The next test JVM of the module removes what those before it have left.
 */
public final class Scratch {

    private static final Path MINE = anew(Path.of("target", "scratch").toAbsolutePath());

    private Scratch() {}

    /** A new folder. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(MINE, name);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Each JVM's folder has its number as a name: one that still runs keeps its own. */
    private static Path anew(Path all) {
        try {
            var mine = all.resolve("" + ProcessHandle.current().pid());
            FileSystemUtils.deleteRecursively(mine);
            Files.createDirectories(mine);
            try (var others = Files.list(all)) {
                for (var other : others.toList()) {
                    if (ProcessHandle.of(Long.parseLong("" + other.getFileName())).isEmpty()) {
                        remove(other, mine);
                    }
                }
            }
            return mine;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Of several JVMs that start at once one moves it away, and removes it. */
    private static void remove(Path other, Path mine) throws IOException {
        try {
            FileSystemUtils.deleteRecursively(Files.move(other, mine.resolve(other.getFileName())));
        } catch (NoSuchFileException _) {
            // moved by another
        }
    }
}

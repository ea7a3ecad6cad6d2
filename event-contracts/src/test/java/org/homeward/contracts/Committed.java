package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are made from the contracts and committed, so that a reader needs no build and a
 * reviewer sees what changes for others. With {@code -Dhomeward.write=true} they are written anew,
 * without it they are compared.
 */
final class Committed {

    static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    private Committed() {}

    static void mustEqual(Path file, String made) {
        try {
            if (Boolean.getBoolean("homeward.write")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, made);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "%s; run the tests with -Dhomeward.write=true, look at the diff, run them again",
                            file)
                    .isEqualTo(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

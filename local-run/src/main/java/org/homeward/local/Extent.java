package org.homeward.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of it there is.
 *
 * @param instances of each service: 1 or {@value #MOST}
 */
public record Extent(int instances) {

    public static final int MOST = 2;

    public static final Extent ONE_OF_EACH = new Extent(1);

    public Extent {
        if (instances < 1 || instances > MOST) {
            throw new Refusal("There can be 1 or " + MOST + " instances: not " + instances + ".");
        }
    }

    /** What runs, or one of each. */
    public static Extent saved(Path file) {
        if (Files.notExists(file)) {
            return ONE_OF_EACH;
        }
        try {
            return new Extent(Integer.parseInt(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written while the system runs, so that later commands find it. */
    public void save(Path file) {
        try {
            Files.writeString(file, instances + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

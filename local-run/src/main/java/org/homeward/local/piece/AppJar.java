package org.homeward.local.piece;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.Directories;
import org.homeward.local.Home;
import org.homeward.local.Refusal;

/**
 * A built jar, run from an unpacked copy: that starts faster, and a build while the program runs
 * does not pull the jar from under it.
 *
 * @param apps where the copies are kept
 */
record AppJar(Path jar, Path apps) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    static AppJar of(Home home, String module) {
        return new AppJar(home.jar(module), home.apps());
    }

    List<String> command(List<String> forJvm, List<String> arguments) {
        Path unpacked = unpacked();
        List<String> line = new ArrayList<>();
        // the second compiler costs memory and pays off only after minutes
        line.addAll(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k"));
        line.addAll(forJvm);
        line.addAll(List.of("-jar", unpacked.resolve(jar.getFileName()).toString()));
        line.addAll(arguments);
        return line;
    }

    void demandBuilt() {
        if (Files.notExists(jar)) {
            throw new Refusal(jar + " is not built: run ./mvnw -DskipTests package.");
        }
    }

    private Path unpacked() {
        try {
            long version = Files.getLastModifiedTime(jar).toMillis();
            Path copies = apps.resolve(jar.getFileName().toString().replace(".jar", ""));
            Path copy = copies.resolve(Long.toString(version));
            if (Files.notExists(copy)) {
                Directories.delete(copies);
                Files.createDirectories(copies);
                Path draft = copies.resolve(version + ".draft");
                extract(draft);
                Files.move(draft, copy);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void extract(Path target) throws IOException {
        Process process =
                new ProcessBuilder(
                                JAVA,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                target.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new Refusal(jar + " cannot be unpacked: build it again.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }
}

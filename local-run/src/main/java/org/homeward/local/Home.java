package org.homeward.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the local run keeps its things: everything below {@code .homeward} of the project. */
public record Home(Path project) {

    /** Named by the script {@code homeward}; else the working directory. */
    public static Home ofThisRun() {
        return new Home(Path.of(System.getProperty("homeward.home", "")).toAbsolutePath());
    }

    public Path data() {
        return project.resolve(".homeward/data");
    }

    public Path logs() {
        return directory(".homeward/logs");
    }

    public Path run() {
        return directory(".homeward/run");
    }

    public Path apps() {
        return directory(".homeward/apps");
    }

    public Secrets secrets() {
        return new Secrets(directory(".homeward/secrets"));
    }

    public Path jar(String module) {
        return project.resolve(module + "/target/" + module + "-0.1.0.jar");
    }

    private Path directory(String name) {
        try {
            return Files.createDirectories(project.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

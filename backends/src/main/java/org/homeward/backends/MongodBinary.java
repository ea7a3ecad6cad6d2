package org.homeward.backends;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Finds a mongod that runs here: the one that {@code HOMEWARD_MONGOD} (or the system property
 * {@code homeward.mongod}) names, the one on the PATH, a copy fetched before, or else fetches one
 * (Linux x86-64 with OpenSSL 3 only). Never returns a file that does not start.
 */
public final class MongodBinary {

    static final String WAYS_OUT =
            "install MongoDB 6 or newer and set HOMEWARD_MONGOD to its mongod, or run Homeward with"
                    + " Docker";

    private final Map<String, String> environment;
    private final Properties properties;

    MongodBinary(Map<String, String> environment, Properties properties) {
        this.environment = environment;
        this.properties = properties;
    }

    /** {@code ~/.cache/homeward}, or below {@code XDG_CACHE_HOME}. */
    public static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base =
                xdg == null || xdg.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(xdg);
        return base.resolve("homeward");
    }

    /** May take a minute the first time: 42 MB are downloaded. Safe in two processes at once. */
    public static Path find(Path cacheDir) throws BackendUnavailable {
        return new MongodBinary(System.getenv(), System.getProperties()).in(cacheDir);
    }

    /** Whether {@link #find} needs no download. */
    public static boolean isAtHand(Path cacheDir) {
        MongodBinary binary = new MongodBinary(System.getenv(), System.getProperties());
        return binary.named().or(binary::onPath).or(() -> cached(cacheDir)).isPresent();
    }

    Path in(Path cacheDir) {
        return named().or(this::onPath)
                .or(() -> cached(cacheDir))
                .orElseGet(() -> fetched(cacheDir));
    }

    private Optional<Path> named() {
        String setting =
                properties.getProperty("homeward.mongod", environment.get("HOMEWARD_MONGOD"));
        return setting == null || setting.isBlank()
                ? Optional.empty()
                : Optional.of(demandRuns(demandFile(Path.of(setting))));
    }

    private static Path demandFile(Path named) {
        if (!Files.isRegularFile(named) || !Files.isExecutable(named)) {
            throw new BackendUnavailable(
                    "HOMEWARD_MONGOD names " + named + ", which is no program: " + WAYS_OUT + ".");
        }
        return named.toAbsolutePath();
    }

    private Optional<Path> onPath() {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(place -> !place.isBlank())
                .map(place -> Path.of(place, "mongod"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .filter(file -> complaint(file) == null)
                .findFirst();
    }

    private static Optional<Path> cached(Path cacheDir) {
        Path copy = MongodDownload.target(cacheDir);
        return Files.isExecutable(copy) ? Optional.of(demandRuns(copy)) : Optional.empty();
    }

    private Path fetched(Path cacheDir) {
        String system = properties.getProperty("os.name") + " " + properties.getProperty("os.arch");
        if (!system.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)")) {
            throw new BackendUnavailable(
                    "No mongod found, and none can be fetched for "
                            + system
                            + ": "
                            + WAYS_OUT
                            + ".");
        }
        return demandRuns(new MongodDownload(cacheDir).fetch());
    }

    private static Path demandRuns(Path mongod) {
        String complaint = complaint(mongod);
        if (complaint == null) {
            return mongod;
        }
        throw new BackendUnavailable(
                mongod + " does not start: " + advice(complaint) + "; or " + WAYS_OUT + ".");
    }

    private static @Nullable String complaint(Path mongod) {
        try {
            CommandResult result =
                    CommandResult.of(Duration.ofSeconds(20), mongod.toString(), "--version");
            return result.succeeded() ? null : result.lastLine();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The dynamic loader names a library; the system's package of it is what the reader needs. */
    static String advice(String complaint) {
        if (complaint.contains("libcurl.so.4")) {
            return "the library libcurl4 is missing, install it (apt-get install libcurl4)";
        }
        if (complaint.contains("libssl.so.3") || complaint.contains("libcrypto.so.3")) {
            return "the library libssl3 is missing, install it (apt-get install libssl3)";
        }
        return complaint;
    }
}

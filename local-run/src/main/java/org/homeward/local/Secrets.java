package org.homeward.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Secrets of this installation: each drawn once, in a file that only its owner can read. */
public final class Secrets {

    static final String DEMO_PASSWORD = "demo-password";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path directory;

    public Secrets(Path directory) {
        this.directory = directory;
    }

    /** 32 random bytes, base64: the key that wraps the services' keys. */
    public Path masterKey() {
        return file("master.key", Base64.getEncoder().encodeToString(bytes(32)));
    }

    /** 32 random bytes, base64: the key that signs certificates of erasure. */
    public Path certificateKey() {
        return file("certificate.key", Base64.getEncoder().encodeToString(bytes(32)));
    }

    /** The secret of a machine client of the identity server. */
    public Path client(String id) {
        return file(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32)));
    }

    /** One password for all demo users, fit to be typed: 80 bits. */
    public String demoPassword() {
        String fresh =
                IntStream.range(0, 4).mapToObj(_ -> letters(4)).collect(Collectors.joining("-"));
        return read(file(DEMO_PASSWORD, fresh));
    }

    public String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String letters(int count) {
        return RANDOM.ints(count, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /**
     * The first of two processes wins; the other reads what the first wrote, never a part of it.
     */
    private Path file(String name, String fresh) {
        Path file = directory.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Path draft = Files.createTempFile(directory, name, ".draft", ownerOnly);
            Files.writeString(draft, fresh + "\n");
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException _) {
                return file;
            } finally {
                Files.delete(draft);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

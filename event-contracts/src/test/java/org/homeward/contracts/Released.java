package org.homeward.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the last release has promised, committed under {@code released}: its schemas, and the hashes
 * of its sample events. A release renews it with {@code -Dhomeward.release=true}, after which
 * nothing of it may break any more.
 */
final class Released {

    static final boolean RENEW = Boolean.getBoolean("homeward.release");

    private static final Path FOLDER = Committed.MODULE.resolve("released");
    private static final Path SAMPLES = Committed.MODULE.resolve("src/test/resources/samples");
    private static final Path HASHES = FOLDER.resolve("samples.sha256");

    private Released() {}

    /** The schemas by their place, {@code <topic>/<type>.json}. */
    static Map<String, String> schemas() {
        return texts(FOLDER.resolve("schemas"));
    }

    /** Those of the present code. */
    static Map<String, String> schemasNow() {
        return texts(Committed.MODULE.resolve("src/main/resources/schemas"));
    }

    /** Hashes of the released samples by place, {@code <type>/<name>.json}. */
    static Map<String, String> samples() {
        try (Stream<String> lines = Files.lines(HASHES)) {
            return lines.map(line -> line.split("  ", 2))
                    .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> samplesNow() {
        var hashes = new TreeMap<String, String>();
        texts(SAMPLES).forEach((place, text) -> hashes.put(place, sha256(text)));
        return hashes;
    }

    /** To be called when nothing is broken. */
    static void renew() {
        try {
            for (var schema : schemasNow().entrySet()) {
                Path file = FOLDER.resolve("schemas").resolve(schema.getKey());
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, schema.getValue());
            }
            Files.writeString(
                    HASHES,
                    samplesNow().entrySet().stream()
                            .map(sample -> sample.getValue() + "  " + sample.getKey() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> texts(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            var texts = new TreeMap<String, String>();
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                String place = folder.relativize(file).toString().replace('\\', '/');
                texts.put(place, Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

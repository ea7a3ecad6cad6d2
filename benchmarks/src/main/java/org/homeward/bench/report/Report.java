package org.homeward.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of a run of the bench, as it lies in {@code benchmarks/results}.
 *
 * @param size how long was measured: quick, normal, full
 * @param seed of the ids that are drawn
 * @param seconds the whole took
 */
public record Report(
        String benchmark,
        String size,
        long seed,
        String date,
        long seconds,
        Machine machine,
        List<Figure> figures) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static Report read(Path file) {
        return JSON.readValue(file, Report.class);
    }
}

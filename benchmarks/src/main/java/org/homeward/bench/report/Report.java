package org.homeward.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of the bench, as they lie in {@code benchmarks/results}: of the last run, and of
 * those before it what it did not measure.
 *
 * @param size how long was measured in the last run: quick, normal, full
 * @param seed of the ids that were drawn in it
 * @param seconds the whole of it took
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

    /** With the figures of an older report that this one has not measured anew. */
    public Report beside(Report older) {
        var all = new LinkedHashMap<String, Figure>();
        older.figures.forEach(figure -> all.put(figure.name(), figure));
        figures.forEach(figure -> all.put(figure.name(), figure));
        return new Report(benchmark, size, seed, date, seconds, machine, List.copyOf(all.values()));
    }

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

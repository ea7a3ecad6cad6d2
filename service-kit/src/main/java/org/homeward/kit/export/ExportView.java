package org.homeward.kit.export;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person, in words for programs and as she reads it.
 *
 * @param language {@code tg}, {@code ru} or {@code en}
 * @param made the day, counted in Asia/Dushanbe
 * @param withheld what may be missing because this worker must not read it, and who can tell it, as
 *     she reads it; null when nothing is kept from this worker
 */
public record ExportView(
        String language, LocalDate made, @Nullable String withheld, List<RecordView> records) {

    /**
     * One record.
     *
     * @param kind for programs
     * @param title as she reads it
     */
    public record RecordView(String kind, String title, List<FieldView> fields) {}

    /**
     * One fact.
     *
     * @param field for programs
     * @param label as she reads it
     * @param values for programs, or her own words
     * @param texts the same as she reads them
     */
    public record FieldView(String field, String label, List<String> values, List<String> texts) {}

    /**
     * @throws IllegalStateException when a kind or a field has no label
     */
    public static ExportView of(
            Language language,
            LocalDate made,
            @Nullable String withheld,
            List<Told> told,
            Labels labels) {
        return new ExportView(
                language.tag(),
                made,
                withheld,
                told.stream()
                        .map(
                                one ->
                                        new RecordView(
                                                one.kind(),
                                                labels.of(language, "kind." + one.kind()),
                                                one.facts().stream()
                                                        .map(fact -> view(language, fact, labels))
                                                        .toList()))
                        .toList());
    }

    private static FieldView view(Language language, Told.Fact fact, Labels labels) {
        return new FieldView(
                fact.field(),
                labels.of(language, "field." + fact.field()),
                fact.values(),
                fact.texts().isEmpty()
                        ? fact.values().stream()
                                .map(value -> labels.text(language, fact.field(), value))
                                .toList()
                        : fact.texts());
    }
}

package org.homeward.kit.web;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Lines of cells as RFC 4180 has them, in UTF-8, for people who open them in a spreadsheet: none of
 * the cells is a formula there. Numbers stay as they are; all else is quoted text, and several
 * values in one cell have a space between them.
 */
final class Csv {

    private static final ObjectWriter WRITER =
            CsvMapper.builder()
                    .enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS)
                    .build()
                    .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    /**
     * Where a spreadsheet may see the beginning of a formula, as OWASP has it ("CSV Injection"): in
     * front of an operator, full-width too, whatever blanks, quotes or invisible characters stand
     * before it. Also behind what another country's spreadsheet ends a cell with, for that one
     * heeds the quotes of its own cells only.
     */
    private static final Pattern FORMULA =
            Pattern.compile(
                    "^(?=[\\t\\r\\n]|[\\p{Z}\\p{C}'\"]*+[=+\\-@＝＋－＠])"
                            + "|(?<=[,;\\t\\r\\n])"
                            + "(?=[\\p{Z}\\p{C}'\"&&[^\\t\\r\\n]]*+[=+\\-@＝＋－＠])");

    private Csv() {}

    /**
     * @param lines the first of them names the columns
     */
    static byte[] of(Collection<? extends List<? extends @Nullable Object>> lines) {
        return WRITER.writeValueAsBytes(
                lines.stream().map(line -> line.stream().map(Csv::cell).toList()).toList());
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Collection<?> several ->
                    text(several.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            default -> text(value.toString());
        };
    }

    private static String text(String any) {
        return FORMULA.matcher(any).replaceAll("'");
    }
}

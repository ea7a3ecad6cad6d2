package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

class CsvTest {

    private static final List<String> OPERATORS = List.of("=", "+", "-", "@", "＝", "＋", "－", "＠");

    /** What stands before an operator and does not keep it from being one. */
    private static final List<String> PASSED_OVER =
            List.of(
                    "", " ", "\u00a0", "\u200b", "\ufeff", "\u0000", "'", "\"", "\t", "\r\n",
                    " \" '");

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
    void a_cell_that_would_begin_a_formula_begins_with_an_apostrophe(String lead) {
        assertThat(cells(lead + "1")).containsExactly("'" + lead + "1");
        assertThat(cells("a" + lead.strip() + "1")).containsExactly("a" + lead.strip() + "1");
    }

    @Test
    void nor_does_one_behind_blanks_quotes_and_what_can_not_be_seen() {
        for (var before : PASSED_OVER) {
            for (var operator : OPERATORS) {
                var text = before + operator + "1";
                assertThat(cells(text).getFirst()).as(text).startsWith("'" + before);
            }
        }
    }

    @Test
    void no_formula_begins_wherever_another_country_s_spreadsheet_ends_a_cell() {
        var texts = new ArrayList<@Nullable Object>();
        for (var end : List.of(",", ";", "\t", "\n", "\r\n", "\";", "\",", ";;")) {
            for (var before : PASSED_OVER) {
                for (var operator : OPERATORS) {
                    texts.add(
                            "x" + end + before + operator + "HYPERLINK(\"https://evil.example\")");
                }
            }
        }

        var pieces = line(texts).split("[,;\t\r\n]");

        assertThat(pieces).hasSizeGreaterThan(texts.size());
        assertThat(Stream.of(pieces).map(one -> one.replaceAll("^[\\p{Z}\\p{C}\"]+", "")))
                .allMatch(one -> OPERATORS.stream().noneMatch(one::startsWith));
    }

    @Test
    void numbers_stay_numbers_and_what_looks_like_one_stays_text() {
        assertThat(written(-1, 2L, new BigDecimal("-3.50"), "4", "-5"))
                .isEqualTo("-1,2,-3.50,\"4\",\"'-5\"\r\n");
    }

    @Test
    void text_is_quoted_and_read_back_as_it_was() {
        var texts =
                List.of("a", "a,b", "a;b", "she said \"no\"", "two\r\nlines", "Душанбе", "a-b=c");

        assertThat(cells(texts.toArray())).isEqualTo(texts);
        assertThat(written("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"\r\n");
    }

    @Test
    void several_values_stand_in_one_cell_and_what_is_not_known_is_empty() {
        assertThat(written(List.of("a", 1), null, LocalDate.EPOCH, List.of()))
                .isEqualTo("\"a 1\",,\"1970-01-01\",\"\"\r\n");
        assertThat(written(List.of("=a", "=b"))).isEqualTo("\"'=a =b\"\r\n");
    }

    private static String written(@Nullable Object... cells) {
        return line(Arrays.asList(cells));
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return new String(Csv.of(List.of(cells)), StandardCharsets.UTF_8);
    }

    private static List<String> cells(@Nullable Object... cells) {
        List<String[]> lines =
                new CsvMapper()
                        .readerFor(String[].class)
                        .with(CsvReadFeature.WRAP_AS_ARRAY)
                        .<String[]>readValues(written(cells))
                        .readAll();
        assertThat(lines).hasSize(1);
        return List.of(lines.getFirst());
    }
}

package org.homeward.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.local.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesFileTest {

    private static final Path DELIVERED = Path.of("..", "demo", "cases.yaml");

    private final Path file;

    CasesFileTest(@TempDir Path directory) {
        file = directory.resolve("mine.yaml");
    }

    @Test
    void the_delivered_cases_are_read_and_keep_their_ids() {
        var read = CasesFile.read(DELIVERED);

        assertThat(read.cases())
                .extracting(DemoCase::name)
                .containsExactly("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
        assertThat(read.programmes().getFirst().fund())
                .isEqualTo(CasesFile.read(DELIVERED).programmes().getFirst().fund())
                .isNotEqualTo(read.programmes().getLast().fund());
    }

    @Test
    void the_ids_are_of_the_version_that_the_services_take() {
        var read = CasesFile.read(DELIVERED);

        assertThat(read.programmes().getFirst().fund().version()).isEqualTo(4);
        assertThat(CasesFile.id(read.seed(), "A/beneficiary").version()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jobs: 2| jobs: 0x10| must be a number",
                "jobs: 2| jobs: 1_000| must be a number",
                "jobs: 2| jobs: .inf| must be a number",
                "womenLed: false| womenLed: yes| must be true or false",
                "shows: true| shows: perhaps| must be true or false",
                "programme: INCOME-26| programme: INCOME-28| must be one of INCOME-26, WOMEN-26",
                "MIGRATION: \"YES\"| MIGRATION: YES| must be true or false",
                "quota: 700| quota: many| must be a whole number",
                "region: TJ-KT| programme: WOMEN-26| is not known here",
                "channel: COMMUNITY_HEAD| chanel: COMMUNITY_HEAD| chanel",
                "sex: FEMALE| name: {family: Назарова, given: Гулрухсор}| stands here twice",
                "phones: [\"+992| phones: &again [*again, \"+992| contains itself",
            })
    void a_mistake_is_answered_with_its_line_and_the_reason(
            String right, String wrong, String reason) throws IOException {
        var lines = Files.readAllLines(DELIVERED);
        int line = 0;
        while (!lines.get(line).contains(right)) {
            line++;
        }
        lines.set(line, lines.get(line).replace(right, wrong));
        Files.write(file, lines);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CasesFile.read(file))
                .withMessageStartingWith("mine.yaml:" + (line + 1) + ": ")
                .withMessageContaining(reason);
    }

    @Test
    void what_a_case_has_nothing_to_do_with_is_expected_as_nothing() {
        var cases = CasesFile.read(DELIVERED).cases();

        assertThat(cases.get(0))
                .extracting(DemoCase::score, DemoCase::handedOver, DemoCase::page)
                .containsExactly("45", "4 of 4", "200");
        assertThat(cases.get(2))
                .extracting(DemoCase::score, DemoCase::grant, DemoCase::handedOver, DemoCase::page)
                .containsExactly(Row.NONE, Row.NONE, Row.NONE, "200");
    }

    @Test
    void a_file_that_does_not_exist_is_answered_as_such() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CasesFile.read(file))
                .withMessage(file + " does not exist");
    }

    @Test
    void a_file_that_is_no_text_in_utf_8_is_refused_in_one_line() throws IOException {
        for (var broken : new String[] {"seed: \u0001", "seed: [", ""}) {
            Files.writeString(file, broken);
            refused();
        }
        Files.writeString(file, "seed: Дарзӣ".replace('ӣ', 'й'), Charset.forName("windows-1251"));
        refused();
        Files.write(file, "seed: ok".getBytes(StandardCharsets.UTF_16));
        refused();
    }

    private void refused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CasesFile.read(file))
                .withMessageContaining("mine.yaml")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
    }
}

package org.homeward.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

        assertThat(read.cases()).extracting(DemoCase::name).containsExactly("A", "B");
        assertThat(read.cases().getFirst().id("beneficiary"))
                .isEqualTo(CasesFile.read(DELIVERED).cases().getFirst().id("beneficiary"))
                .isNotEqualTo(read.cases().getLast().id("beneficiary"));
    }

    @Test
    void the_ids_are_of_the_version_that_the_services_take() {
        var read = CasesFile.read(DELIVERED);

        assertThat(read.fundId().version()).isEqualTo(4);
        assertThat(read.cases().getFirst().id("beneficiary").version()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jobs: 2| jobs: 0x10| must be a number",
                "jobs: 2| jobs: 1_000| must be a number",
                "jobs: 2| jobs: .inf| must be a number",
                "womenLed: false| womenLed: yes| must be true or false",
                "nameChanged: false| nameChanged: perhaps| must be true or false",
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
                .isThrownBy(() -> CasesFile.read(file).cases().forEach(CasesFileTest::flags))
                .withMessageStartingWith("mine.yaml:" + (line + 1) + ": ")
                .withMessageContaining(reason);
    }

    private static void flags(DemoCase one) {
        assertThat(one.part().at("story").at("nameChanged").flag()).isFalse();
    }

    @Test
    void a_story_is_read_in_the_languages_it_is_told_in() throws IOException {
        var text = Files.readString(DELIVERED);
        int russian = text.indexOf("        ru:\n");
        int english = text.indexOf("        en:\n");
        Files.writeString(file, text.substring(0, russian) + text.substring(english));

        assertThat(CasesFile.read(file).cases())
                .extracting(DemoCase::languages)
                .containsExactly(List.of("tg", "en"), List.of("tg", "ru", "en"));
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

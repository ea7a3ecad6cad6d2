package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {

    private static final String WORD = "Ҷамшед";
    private static final int PART = 1 << 16;

    private final Traces traces = Traces.asWritten(Set.of(WORD, "Гулрухсор"));

    private final Path folder;

    TracesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_word_is_found_wherever_it_lies_across_the_parts_that_are_read() throws IOException {
        var word = WORD.getBytes(StandardCharsets.UTF_8);
        for (int begins = PART - word.length - 1; begins <= PART + 1; begins++) {
            var content = new byte[2 * PART];
            System.arraycopy(word, 0, content, begins, word.length);
            Files.write(folder.resolve("file"), content);

            assertThat(traces.below(folder)).containsExactly(WORD + " in file");
        }
    }

    @Test
    void what_is_like_a_word_but_for_one_letter_is_not_the_word() throws IOException {
        Files.writeString(folder.resolve("file"), "Ҷамше Ҷамшод амшед Гулрухсо".repeat(PART));

        assertThat(traces.below(folder)).isEmpty();
    }

    @Test
    void all_words_that_there_are_are_found_and_none_twice() {
        assertThat(traces.in("Гулрухсор ва Ҷамшед, Ҷамшед ва Гулрухсор"))
                .containsExactlyInAnyOrder(WORD, "Гулрухсор");
    }
}

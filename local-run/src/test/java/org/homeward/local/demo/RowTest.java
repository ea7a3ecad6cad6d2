package org.homeward.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RowTest {

    private final DemoCase tailor =
            CasesFile.read(Path.of("..", "demo", "cases.yaml")).cases().getFirst();

    @Test
    void what_came_out_as_expected_differs_in_nothing() {
        assertThat(row("26-0000017-3", "18900.00 TJS", 200)).isEmpty();
    }

    @Test
    void whatever_differs_is_named_with_what_was_expected() {
        assertThat(row("", "18900.00 TJS", 200)).containsExactly("case A: is not registered");
        assertThat(row("26-0000017-3", "18900.01 TJS", 200))
                .containsExactly("case A: grant is 18900.01 TJS, not 18900.00 TJS");
        assertThat(row("26-0000017-3", "18900.00 TJS", 410))
                .containsExactly("case A: page answers 410, not 200");
        assertThat(row("", " ", 0)).hasSize(3);
    }

    private Iterable<String> row(String caseNumber, String grant, int page) {
        return new Row("A", caseNumber, grant, page, "/stories/x").differences(tailor);
    }
}

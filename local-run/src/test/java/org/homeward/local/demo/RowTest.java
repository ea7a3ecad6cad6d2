package org.homeward.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

    private final DemoCase tailor =
            CasesFile.read(Path.of("..", "demo", "cases.yaml")).cases().getFirst();

    @Test
    void what_came_out_as_expected_differs_in_nothing() {
        assertThat(row("26-0000017-3", "45", "1", "18900.00 TJS", "4 of 4", "1", "200")).isEmpty();
    }

    @Test
    void whatever_differs_is_named_with_what_was_expected() {
        assertThat(row("", "45", "1", "18900.00 TJS", "4 of 4", "1", "200"))
                .containsExactly("case A: is not registered");
        assertThat(row("26-0000017-3", "45", "1", "18900.01 TJS", "4 of 4", "1", "410"))
                .containsExactly(
                        "case A: grant is 18900.01 TJS, not 18900.00 TJS",
                        "case A: page is 410, not 200");
        assertThat(row("26-0000017-3", "44", "2", "18900.00 TJS", "3 of 4", Row.NONE, "200"))
                .containsExactly(
                        "case A: score is 44, not 45",
                        "case A: rank is 2, not 1",
                        "case A: handed over is 3 of 4, not 4 of 4",
                        "case A: jobs is -, not 1");
    }

    private List<String> row(
            String caseNumber,
            String score,
            String rank,
            String grant,
            String handedOver,
            String jobs,
            String page) {
        return new Row(
                        "A",
                        "A tailor",
                        caseNumber,
                        score,
                        rank,
                        grant,
                        handedOver,
                        jobs,
                        page,
                        "/stories/x")
                .differences(tailor);
    }
}

package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.homeward.kit.access.PurposeRequired;
import org.homeward.kit.inbox.RebuildRunning;
import org.homeward.kit.test.Catalogued;
import org.homeward.kit.time.ClockBackwards;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {

    @Test
    void every_problem_of_the_kit_has_a_sample() {
        var others =
                ProblemTypes.of(
                        new PurposeRequired(List.of("care")),
                        new ClockBackwards(Duration.ofDays(1)),
                        new RebuildRunning());

        assertThat(Catalogued.missing("org.homeward.kit", ProblemCatalogue.ofTheKit(), others))
                .isEmpty();
    }

    @Test
    void a_problem_without_sample_is_found() {
        assertThat(Catalogued.missing("org.homeward.kit", ProblemTypes.of(new NotFound())))
                .contains(VersionStale.class.getName(), HttpProblem.class.getName())
                .doesNotContain(NotFound.class.getName());
    }

    @Test
    void one_slug_can_not_mean_two_things() {
        assertThatThrownBy(
                        () ->
                                new ProblemCatalogue(
                                        List.of(
                                                ProblemCatalogue.ofTheKit(),
                                                ProblemTypes.of(new OtherNotFound()))))
                .hasMessageContaining("not-found");
    }

    private static final class OtherNotFound extends Problem {

        private static final long serialVersionUID = 1L;

        OtherNotFound() {
            super(404, "not-found", "Another", "Another.");
        }
    }
}

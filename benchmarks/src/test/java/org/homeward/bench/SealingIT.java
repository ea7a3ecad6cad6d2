package org.homeward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.bench.report.Figure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bench of sealing runs; how fast is not asked. */
@Tag("full")
class SealingIT {

    @Test
    void people_are_registered_read_listed_and_found_sealed_and_plain() {
        var report = Bench.seal(Size.tinyWithBacklog(1), 42);

        assertThat(report.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "person.register",
                        "person.read",
                        "person.list",
                        "search.p50",
                        "search.p99",
                        "search.common.p50",
                        "search.common.p99");
        assertThat(report.figures()).allSatisfy(figure -> assertThat(figure.ours()).isPositive());
        assertThat(report.figures().subList(0, 3))
                .allSatisfy(figure -> assertThat(figure.floor()).isPositive());
    }
}

package org.homeward.story.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a story may tell of place and trade where few grants fit it. */
class CrowdTest {

    @ParameterizedTest
    @CsvSource({
        "11, 11, 11, true,  true,  ''",
        "10, 11, 11, true,  true,  region/sector",
        "10, 10, 11, true,  true,  region",
        "10, 11, 10, true,  true,  sector",
        "10, 10, 10, true,  true,  region+sector",
        "11, 11, 99, true,  false, ''",
        "10, 10, 99, true,  false, region",
        "11, 99, 11, false, true,  ''",
        "10, 99, 10, false, true,  sector",
        "0,  0,  0,  false, false, ''"
    })
    void fewer_than_eleven_are_no_crowd(
            long both,
            long region,
            long sector,
            boolean tellsRegion,
            boolean tellsSector,
            String go) {
        List<List<String>> expected =
                go.isEmpty()
                        ? List.of()
                        : Arrays.stream(go.split("/", -1))
                                .map(way -> List.of(way.split("\\+", -1)))
                                .toList();

        assertThat(new Crowd(both, region, sector).toLeaveOut(tellsRegion, tellsSector))
                .isEqualTo(expected);
    }
}

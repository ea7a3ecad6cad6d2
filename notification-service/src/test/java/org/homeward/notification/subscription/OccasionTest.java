package org.homeward.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.homeward.contracts.EventCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

class OccasionTest {

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void whose_cases_a_role_hears_of_is_what_the_role_table_says(Occasion occasion)
            throws IOException {
        assertThat(occasion.anywhere()).allSatisfy(role -> assertOrganisations(role, "all"));
        assertThat(occasion.ownOrganisation()).allSatisfy(role -> assertOrganisations(role, "own"));
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void somebody_can_hear_of_it(Occasion occasion) {
        assertThat(occasion.isFor(Set.of())).isFalse();
        assertThat(occasion.anywhere()).isNotEmpty();
        assertThat(occasion.isFor(occasion.anywhere())).isTrue();
    }

    private static void assertOrganisations(String role, String organisations) throws IOException {
        try (var table = EventCatalogue.class.getResourceAsStream("access.yaml")) {
            Map<String, Map<String, Map<String, String>>> content = new Yaml().load(table);
            assertThat(content.get("roles"))
                    .extractingByKey(role)
                    .extracting("organisations")
                    .isEqualTo(organisations);
        }
    }
}

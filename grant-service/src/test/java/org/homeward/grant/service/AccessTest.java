package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void what_was_written_in_free_words_is_read_for_a_purpose_only() {
        var application = Cases.submitted();

        var without = Staff.grantOfficer().get(application);
        var curious = Staff.grantOfficer().with("Homeward-Purpose", "curiosity").get(application);

        assertThat(without.problem()).isEqualTo("purpose-required");
        assertThat(curious.problem()).isEqualTo("purpose-required");
        assertThat(Staff.grantOfficer().get(Cases.APPLICATIONS).body())
                .doesNotContain(Bodies.ACTIVITY, Bodies.ITEM);
    }
}

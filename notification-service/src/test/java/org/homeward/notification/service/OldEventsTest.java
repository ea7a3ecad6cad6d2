package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.kit.test.SampleEvents;
import org.junit.jupiter.api.Test;

class OldEventsTest {

    @Test
    void events_of_every_age_are_handled() {
        assertThat(RunningService.first()).isNotEmpty();
        var sources =
                SampleEvents.send(
                        "homeward.access.v1",
                        "homeward.beneficiary.v1",
                        "homeward.erasure.v1",
                        "homeward.grant.v1",
                        "homeward.story.v1");

        assertThat(sources).hasSizeGreaterThan(20);
        SampleEvents.awaitHandled(RunningService.database(), sources);
    }
}

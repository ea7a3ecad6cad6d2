package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.test.SampleEvents;
import org.junit.jupiter.api.Test;

class OldEventsTest {

    @Test
    void events_of_every_age_are_handled() {
        assertThat(RunningService.first()).isNotEmpty();
        var sources =
                SampleEvents.send(
                        "homeward.grant-erasure.v1",
                        "homeward.grant.v1",
                        "homeward.notification-erasure.v1",
                        "homeward.story-erasure.v1");

        assertThat(sources).hasSizeGreaterThan(20);
        try (var mongo = MongoForTest.client(RunningService.mongoUri())) {
            SampleEvents.awaitHandled(mongo.getDatabase(RunningService.database()), sources);
        }
    }
}

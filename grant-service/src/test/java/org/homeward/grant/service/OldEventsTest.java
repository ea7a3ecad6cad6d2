package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.test.SampleEvents;
import org.junit.jupiter.api.Test;

class OldEventsTest {

    @Test
    void events_of_every_age_are_handled() {
        Staff.nobody();
        var sources =
                SampleEvents.send(
                        "homeward.access.v1",
                        "homeward.beneficiary.v1",
                        "homeward.consent.v1",
                        "homeward.erasure.v1");

        assertThat(sources).hasSizeGreaterThan(8);
        try (var mongo = MongoForTest.client(RunningService.mongoUri())) {
            SampleEvents.awaitHandled(mongo.getDatabase(RunningService.database()), sources);
        }
    }
}

package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.kit.test.SampleEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class OldEventsTest {

    private final MongoTemplate mongo;

    OldEventsTest(@Autowired MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Test
    void events_of_every_age_are_handled() {
        var sources =
                SampleEvents.send(
                        "homeward.access.v1",
                        "homeward.beneficiary.v1",
                        "homeward.consent.v1",
                        "homeward.erasure.v1",
                        "homeward.grant.v1");

        assertThat(sources).hasSizeGreaterThan(8);
        SampleEvents.awaitHandled(mongo.getDb(), sources);
    }
}

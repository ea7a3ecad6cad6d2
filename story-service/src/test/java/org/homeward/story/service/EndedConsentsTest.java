package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The record that a consent has run out. */
@ServiceTest
class EndedConsentsTest {

    private final Situation now;
    private final MongoCollection<Document> consents;
    private final MeterRegistry meters;

    EndedConsentsTest(
            @LocalServerPort int port,
            @Autowired MongoTemplate mongo,
            @Autowired MeterRegistry meters) {
        this.now = new Situation(port);
        this.consents = mongo.getCollection("consents");
        this.meters = meters;
    }

    @Test
    void a_story_that_can_not_be_retracted_is_an_alarm_and_keeps_no_other_back() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        var broken = UUID.randomUUID();
        double before = alarms();

        consents.insertOne(endedOfNoStory(broken));
        try {
            await().atMost(SOON).until(() -> alarms() > before);
            consents.updateOne(Filters.eq("_id", consent), Updates.set("validUntil", "2020-01-02"));

            await().atMost(SOON).until(() -> now.newsroom().state(story).equals("RETRACTED"));
            assertThat(consents.countDocuments(Filters.eq("_id", broken))).isEqualTo(1);
        } finally {
            consents.deleteOne(Filters.eq("_id", broken));
        }
    }

    /** Ended before any other, so that its turn comes first. */
    private static Document endedOfNoStory(UUID id) {
        return new Document("_id", id)
                .append("state", "GIVEN")
                .append("purpose", "STORY_PUBLICATION")
                .append("hash", "a".repeat(64))
                .append("validUntil", "2020-01-01")
                .append("published", List.of(UUID.randomUUID()));
    }

    private double alarms() {
        return meters.counter("homeward.alarms", "kind", "ended-consent").count();
    }
}

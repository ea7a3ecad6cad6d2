package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.homeward.kit.test.DataMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the topics and the database tell of a story: nothing of what it tells. */
@ServiceTest
class SilenceTest {

    private final Situation now;
    private final MongoTemplate mongo;

    SilenceTest(@LocalServerPort int port, @Autowired MongoTemplate mongo) {
        this.now = new Situation(port);
        this.mongo = mongo;
    }

    @Test
    void its_events_tell_of_a_page_and_never_of_a_person_or_a_reason() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        now.office().withdraw(consent);

        var told = StoryTopic.until(story.id(), "homeward.story.retracted.v1");

        assertThat(told.types())
                .containsExactly(
                        "homeward.story.drafted.v1",
                        "homeward.story.submitted.v1",
                        "homeward.story.approved.v1",
                        "homeward.story.published.v1",
                        "homeward.story.retracted.v1");
        assertThat(told.text())
                .contains(now.newsroom().page(story))
                .doesNotContain(consent.toString())
                .doesNotContain("REINT-26")
                .doesNotContain("tailor");
    }

    @Test
    void nothing_that_a_story_tells_lies_readable_in_the_database() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        now.newsroom().submitted(now.newsroom().news("A secret title"));

        var stored = new StringBuilder();
        for (String name : mongo.getCollectionNames()) {
            for (Document document : mongo.getCollection(name).find()) {
                stored.append(document).append('\n');
            }
        }
        var bytes =
                mongo.getCollection("stories").find(RawBsonDocument.class).into(new ArrayList<>());

        assertThat(stored.toString())
                .contains(story.id().toString())
                .doesNotContain("Zarifa-of-the-test")
                .doesNotContain("secret title");
        assertThat(bytes)
                .isNotEmpty()
                .allSatisfy(
                        raw ->
                                assertThat(
                                                new String(
                                                        raw.getByteBuffer().array(),
                                                        StandardCharsets.UTF_8))
                                        .contains("REINT-26")
                                        .doesNotContain("Zarifa-of-the-test"));
    }

    @Test
    void what_keeps_digests_from_being_made_out_is_shown_to_nobody() {
        var newsroom = now.newsroom();
        var story = now.shown(now.office().ask(), now.office().ask()).story();

        for (Web who : List.of(newsroom.editor(), newsroom.protection(), newsroom.lead())) {
            assertThat(newsroom.read(who, story).body())
                    .contains(newsroom.textHash(story))
                    .contains(newsroom.pictureHash(story))
                    .doesNotContain("salt");
        }
    }

    @Test
    void nothing_stands_in_the_database_that_the_data_map_does_not_name() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);

        assertThat(DataMap.of("story-service").unnamed(mongo.getDb())).isEmpty();
    }
}

package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.contracts.consent.ConsentPurpose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What was written or shown for the consent of somebody who was erased. */
@ServiceTest
class ErasureTest {

    private final Situation now;
    private final MongoDatabaseFactory mongo;

    ErasureTest(@LocalServerPort int port, @Autowired MongoDatabaseFactory mongo) {
        this.now = new Situation(port);
        this.mongo = mongo;
    }

    @Test
    void a_draft_that_was_never_public_has_no_words_any_more_and_it_is_confirmed() {
        var person = now.office().ask();
        var photograph = now.office().ask();
        var story = now.newsroom().pictured(person, photograph);
        var picture = UUID.fromString(now.newsroom().picture(story));
        var order = UUID.randomUUID();

        erased(person, order);

        var confirmed = StoryTopic.until(order, "homeward.story.erasure-confirmed.v1");
        assertThat(confirmed.text())
                .contains(order.toString())
                .doesNotContain(story.id().toString());
        assertThat(now.newsroom().state(story)).isEqualTo("ERASED");
        assertThat(isKeyDestroyed(story.id())).isTrue();
        assertThat(isKeyDestroyed(picture)).isTrue();
        var read = now.newsroom().read(now.newsroom().editor(), story);
        assertThat(read.json().path("persons").size()).isZero();
        assertThat(read.json().path("versions").size()).isZero();
        var submitted =
                now.newsroom()
                        .editor()
                        .post(Newsroom.path(story) + "/submission", story.version() + 1, "");
        assertThat(submitted.json().path("state").asString()).isEqualTo("ERASED");
    }

    @Test
    void a_public_story_is_gone_and_so_is_why_an_earlier_one_was_retracted() {
        var person = now.office().ask();
        var story = now.newsroom().finished(person);
        now.office().give(person, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        var page = now.newsroom().page(story);
        var retracted = now.newsroom().retract(story, story.version() + 1);
        assertThat(retracted.status()).as(retracted.body()).isEqualTo(200);
        var note = noteOf(story.id());

        erased(person, UUID.randomUUID());

        await().atMost(SOON).until(() -> isKeyDestroyed(note));
        assertThat(isKeyDestroyed(story.id())).isTrue();
        assertThat(now.reader().get("/en" + page).status()).isEqualTo(410);
        var read = now.newsroom().read(now.newsroom().lead(), story);
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.json().at("/retraction/reason").isNull()).isTrue();
    }

    @Test
    void what_is_public_is_taken_back_without_anybody_else_doing_it() {
        var person = now.office().ask();
        var story = now.newsroom().finished(person);
        now.office().give(person, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);

        now.office().withdraw(person);
        erased(person, UUID.randomUUID());

        await().atMost(SOON).until(() -> now.newsroom().state(story).equals("RETRACTED"));
        assertThat(isKeyDestroyed(story.id())).isTrue();
    }

    private void erased(UUID consent, UUID order) {
        now.office()
                .tell(
                        consent,
                        new ConsentErased(consent, ConsentPurpose.STORY_PUBLICATION, order, null));
    }

    private UUID noteOf(UUID story) {
        var stored =
                mongo.getMongoDatabase()
                        .getCollection("stories")
                        .find(new Document("_id", story))
                        .first();
        return Objects.requireNonNull(stored).get("state", Document.class).get("note", UUID.class);
    }

    private boolean isKeyDestroyed(UUID record) {
        var vault = mongo.getMongoDatabase().getName() + "_vault";
        var key =
                mongo.getMongoDatabase(vault)
                        .getCollection("keys")
                        .find(new Document("_id", record))
                        .first();
        return key != null && key.get("destroyed") != null;
    }
}

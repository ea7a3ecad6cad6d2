package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What was written or shown for the consent of somebody who was erased. */
@ServiceTest
class ErasureTest {

    private static final String CONFIRMED = "homeward.story.erasure-confirmed.v1";
    private static final int WRITE_CONFLICT = 112;

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

        var confirmed = StoryTopic.until(order, CONFIRMED);
        assertThat(confirmed.text())
                .contains(order.toString())
                .doesNotContain(story.id().toString());
        assertThat(now.newsroom().state(story)).isEqualTo("ERASED");
        assertThat(isKeyDestroyed(story.id())).isTrue();
        assertThat(isKeyDestroyed(picture)).isTrue();
        assertThat(stored("albums", story.id()).getInteger("kept"))
                .as("a picture that is sent in meanwhile")
                .isGreaterThanOrEqualTo(10);
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

    /** Its words may tell of her all the same. */
    @Test
    void a_draft_in_which_she_was_before_goes_as_well() {
        var person = now.office().ask();
        var story = now.newsroom().draft(person);
        var without = Newsroom.json(Newsroom.content("Another tailor", now.office().ask()));
        revised(story, without);
        var order = UUID.randomUUID();

        erased(person, order);

        StoryTopic.until(order, CONFIRMED);
        assertThat(now.newsroom().state(story)).isEqualTo("ERASED");
        assertThat(isKeyDestroyed(story.id())).isTrue();
        assertThat(stored("stories", story.id()).toJson()).doesNotContain(person.toString());
    }

    @Test
    void what_told_of_who_was_left_out_is_read_by_nobody_from_an_old_back_up() {
        var person = now.office().ask();
        var story = now.newsroom().draft(person);
        var before = stored("stories", story.id());
        revised(story, Newsroom.json(Newsroom.content("Another tailor", now.office().ask())));
        var after = stored("stories", story.id());
        var editor = now.newsroom().editor();
        assertThat(now.newsroom().read(editor, story).body()).contains("Another tailor");

        replace(before);
        var brought = now.newsroom().read(editor, story);
        replace(after);

        assertThat(brought.status()).isEqualTo(500);
        assertThat(brought.problem()).isEqualTo("record-unreadable");
        assertThat(now.newsroom().read(editor, story).status()).isEqualTo(200);
    }

    @Test
    void a_draft_that_such_a_back_up_brings_back_is_written_anew() {
        var person = now.office().ask();
        var story = now.newsroom().draft(person);
        var before = stored("stories", story.id());
        revised(story, Newsroom.json(Newsroom.content("Another tailor", now.office().ask())));
        replace(before.append("version", before.getLong("version") + 1)); // or its entry is taken

        var anew = Newsroom.json(Newsroom.content("The tailor anew", person));
        revised(new Paper(story.id(), story.version() + 1), anew);

        assertThat(now.newsroom().read(now.newsroom().editor(), story).body())
                .contains("The tailor anew");
    }

    @Test
    void more_people_than_anybody_leaves_out_are_left_out_of_no_story() {
        var editor = now.newsroom().editor();
        var story = now.newsroom().draft(now.office().ask());
        for (int version = 1; version < 50; version++) {
            revised(new Paper(story.id(), version), words(UUID.randomUUID()));
        }

        var last = UUID.randomUUID();
        revised(new Paper(story.id(), 50), words(last, UUID.randomUUID()));
        revised(new Paper(story.id(), 51), words(last)); // to leave out is never refused

        var more = editor.put(Newsroom.path(story), 52L, words(last, UUID.randomUUID()));

        assertThat(more.status()).as(more.body()).isEqualTo(400);
        assertThat(more.json().at("/violations/0/pointer").asString()).isEqualTo("/persons");
    }

    private static String words(UUID... persons) {
        return Newsroom.json(Newsroom.content("A tailor", persons));
    }

    @Test
    void once_it_is_confirmed_nothing_is_written_of_her_any_more() {
        var person = now.office().ask();
        var paper = now.newsroom().draft(now.office().ask());
        var order = UUID.randomUUID();
        erased(person, order);
        StoryTopic.until(order, CONFIRMED);
        var words = Newsroom.content("The tailor again", person);
        var editor = now.newsroom().editor();

        var drafted = editor.post("/api/v1/stories", null, Newsroom.body("STORY", words));
        var revised = editor.put(Newsroom.path(paper), paper.version(), Newsroom.json(words));

        assertThat(List.of(drafted, revised))
                .allSatisfy(
                        refused -> {
                            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
                            assertThat(refused.problem()).isEqualTo("consent-missing");
                            assertThat(refused.json().at("/consents/0/standing").asString())
                                    .isEqualTo("WITHDRAWN");
                        });
    }

    /** A change that had looked for her stories before they came can't say that there is none. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void words_that_come_while_her_no_is_heard_are_not_missed(boolean draft) {
        var person = now.office().ask();
        var paper = now.newsroom().draft(person);
        var consents = mongo.getMongoDatabase().getCollection("consents");
        var row = new Document("_id", person);
        try (var hearing = mongo.getSession(ClientSessionOptions.builder().build())) {
            hearing.startTransaction();
            assertThat(consents.find(hearing, row).first()).isNotNull();

            if (draft) {
                now.newsroom().draft(person);
            } else {
                var words = Newsroom.json(Newsroom.content("More of the tailor", person));
                var revised =
                        now.newsroom().editor().put(Newsroom.path(paper), paper.version(), words);
                assertThat(revised.status()).as(revised.body()).isEqualTo(200);
            }

            assertThatExceptionOfType(MongoException.class)
                    .isThrownBy(
                            () ->
                                    consents.updateOne(
                                            hearing, row, Updates.set("state", "WITHDRAWN")))
                    .satisfies(lost -> assertThat(lost.getCode()).isEqualTo(WRITE_CONFLICT));
        }
    }

    private void erased(UUID consent, UUID order) {
        now.office()
                .tell(
                        consent,
                        new ConsentErased(consent, ConsentPurpose.STORY_PUBLICATION, order, null));
    }

    private void revised(Paper story, String content) {
        var revised = now.newsroom().editor().put(Newsroom.path(story), story.version(), content);
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
    }

    private void replace(Document story) {
        var replaced =
                mongo.getMongoDatabase()
                        .getCollection("stories")
                        .replaceOne(new Document("_id", story.get("_id")), story);
        assertThat(replaced.getModifiedCount()).isEqualTo(1);
    }

    private UUID noteOf(UUID story) {
        return stored("stories", story).get("state", Document.class).get("note", UUID.class);
    }

    private Document stored(String collection, UUID id) {
        return Objects.requireNonNull(
                mongo.getMongoDatabase()
                        .getCollection(collection)
                        .find(new Document("_id", id))
                        .first());
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

package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A story is published only with a yes of everybody in it to exactly this text. */
@ServiceTest
class PublicationTest {

    private final Situation now;
    private final MongoTemplate mongo;

    PublicationTest(@LocalServerPort int port, @Autowired MongoTemplate mongo) {
        this.now = new Situation(port);
        this.mongo = mongo;
    }

    @Test
    void without_a_consent_it_is_not_published_and_is_told_which_one_is_missing() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);

        var refused = now.publication(story);

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("consent-missing");
        assertThat(refused.json().at("/consents/0/consent").asString())
                .isEqualTo(consent.toString());
        assertThat(refused.json().at("/consents/0/standing").asString()).isEqualTo("NOT_GIVEN");
    }

    @Test
    void a_consent_to_another_text_does_not_count() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, "b".repeat(64));

        await().atMost(SOON).until(() -> now.standing(story).equals("OTHER_TEXT"));
        assertThat(now.publication(story).problem()).isEqualTo("consent-missing");
    }

    @Test
    void a_consent_taken_back_before_publication_publishes_nothing() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.office().withdraw(consent);

        await().atMost(SOON).until(() -> now.standing(story).equals("WITHDRAWN"));
        assertThat(now.publication(story).problem()).isEqualTo("consent-missing");
    }

    @Test
    void a_consent_that_has_published_a_story_publishes_no_other_after_its_retraction() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        now.newsroom().retract(story, story.version() + 1);
        assertThat(now.newsroom().state(story)).isEqualTo("RETRACTED");

        var again = now.newsroom().finished(consent);

        assertThat(now.standing(again)).isEqualTo("OTHER_STORY");
        assertRefusedForAnotherStory(now.publication(again));
    }

    @Test
    void a_consent_to_one_of_two_stories_with_the_same_words_is_none_to_the_other() {
        var consent = now.office().ask();
        var one = now.newsroom().finished(consent);
        var other = now.newsroom().finished(consent);

        now.office().give(consent, now.newsroom().textHash(one));

        await().atMost(SOON).until(() -> now.isAgreedTo(one));
        assertThat(now.standing(other)).isEqualTo("OTHER_TEXT");
        assertThat(now.publication(other).problem()).isEqualTo("consent-missing");
    }

    /** Also if they had one digest, which their salts keep from happening. */
    @Test
    void of_two_stories_with_one_consent_at_the_same_moment_one_is_published() {
        for (int round = 0; round < 5; round++) {
            var consent = now.office().ask();
            var one = now.newsroom().finished(consent);
            var other = now.newsroom().finished(consent);
            now.office().give(consent, now.newsroom().textHash(one));
            mongo.getCollection("stories")
                    .updateOne(
                            Filters.eq("_id", other.id()),
                            Updates.set("state.textHash", now.newsroom().textHash(one)));
            await().atMost(SOON).until(() -> now.isAgreedTo(one) && now.isAgreedTo(other));

            var elsewhere = CompletableFuture.supplyAsync(() -> now.publication(other));
            var here = now.publication(one);
            var answers = List.of(here, elsewhere.join());

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .singleElement()
                    .satisfies(PublicationTest::assertRefusedForAnotherStory);
        }
    }

    @Test
    void what_was_said_of_a_consent_before_its_story_existed_counts() {
        var consent = now.office().ask();
        now.office().give(consent, "b".repeat(64));
        var story = now.newsroom().finished(consent);

        await().atMost(SOON).until(() -> now.standing(story).equals("OTHER_TEXT"));
        assertThat(now.publication(story).status()).isEqualTo(409);
    }

    @Test
    void nothing_is_written_of_who_has_said_no() {
        var consent = now.office().ask();
        var story = now.newsroom().draft(consent);
        var before = now.newsroom().read(now.newsroom().editor(), story).body();
        now.office().refuse(consent);
        await().atMost(SOON).until(() -> now.standing(story).equals("REFUSED"));
        var words = Newsroom.content("More of the tailor", consent);
        var editor = now.newsroom().editor();

        var revised = editor.put(Newsroom.path(story), story.version(), Newsroom.json(words));
        var drafted = editor.post("/api/v1/stories", null, Newsroom.body("STORY", words));

        assertThat(List.of(revised, drafted))
                .allSatisfy(
                        refused -> {
                            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
                            assertThat(refused.problem()).isEqualTo("consent-missing");
                            assertThat(refused.json().at("/consents/0/standing").asString())
                                    .isEqualTo("REFUSED");
                        });
        assertThat(now.newsroom().read(editor, story).body()).isEqualTo(before);
    }

    private static void assertRefusedForAnotherStory(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("consent-missing");
        assertThat(refused.json().at("/consents/0/standing").asString()).isEqualTo("OTHER_STORY");
    }
}

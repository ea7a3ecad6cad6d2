package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A story from the first draft to the public, and back when somebody takes a consent back. */
@ServiceTest
class PublicationTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort private int port;
    @Autowired private MongoTemplate mongo;

    private final ConsentOffice office = ConsentOffice.shared();
    private Newsroom newsroom = new Newsroom(0);
    private Web reader = Web.reader(0);

    @BeforeEach
    void people() {
        newsroom = new Newsroom(port);
        reader = Web.reader(port);
    }

    @Test
    void a_story_is_public_while_its_person_agrees_and_gone_in_every_language_after() {
        var consent = office.ask();
        var story = newsroom.finished(consent);
        office.give(consent, newsroom.textHash(story));
        publishedWhenHeard(story);
        var page = newsroom.page(story);

        assertThat(reader.get("/en" + page).body()).contains("Zarifa-of-the-test");
        assertThat(reader.get("/tg" + page).status()).isEqualTo(200);

        office.withdraw(consent);

        await().atMost(SOON).until(() -> reader.get("/en" + page).status() == 410);
        assertThat(reader.get("/tg" + page).status()).isEqualTo(410);
        assertThat(reader.get("/ru" + page).status()).isEqualTo(410);
        assertThat(reader.get(page).status()).isEqualTo(410);
        assertThat(reader.get("/en" + page).body()).doesNotContain("Zarifa-of-the-test");
        assertThat(newsroom.state(story)).isEqualTo("RETRACTED");
    }

    @Test
    void its_events_tell_of_a_page_and_never_of_a_person_or_a_reason() {
        var consent = office.ask();
        var story = newsroom.finished(consent);
        office.give(consent, newsroom.textHash(story));
        publishedWhenHeard(story);
        office.withdraw(consent);

        var told = StoryTopic.until(story.id(), "homeward.story.retracted.v1");

        assertThat(told.types())
                .containsExactly(
                        "homeward.story.drafted.v1",
                        "homeward.story.submitted.v1",
                        "homeward.story.approved.v1",
                        "homeward.story.published.v1",
                        "homeward.story.retracted.v1");
        assertThat(told.text())
                .contains(newsroom.page(story))
                .doesNotContain(consent.toString())
                .doesNotContain("REINT-26")
                .doesNotContain("tailor");
    }

    @Test
    void without_a_consent_it_is_not_published_and_is_told_which_one_is_missing() {
        var consent = office.ask();
        var story = newsroom.finished(consent);

        var refused = newsroom.publish(story);

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("consent-missing");
        assertThat(refused.json().at("/consents/0/consent").asString())
                .isEqualTo(consent.toString());
        assertThat(refused.json().at("/consents/0/standing").asString()).isEqualTo("NOT_GIVEN");
    }

    @Test
    void a_consent_to_another_text_does_not_count() {
        var consent = office.ask();
        var story = newsroom.finished(consent);
        office.give(consent, "b".repeat(64));

        await().atMost(SOON).until(() -> standing(story).equals("OTHER_TEXT"));
        assertThat(newsroom.publish(story).problem()).isEqualTo("consent-missing");
    }

    @Test
    void a_consent_taken_back_before_publication_publishes_nothing() {
        var consent = office.ask();
        var story = newsroom.finished(consent);
        office.give(consent, newsroom.textHash(story));
        office.withdraw(consent);

        await().atMost(SOON).until(() -> standing(story).equals("WITHDRAWN"));
        assertThat(newsroom.publish(story).problem()).isEqualTo("consent-missing");
    }

    @Test
    void a_new_yes_to_another_text_retracts_the_old_one() {
        var consent = office.ask();
        var story = newsroom.finished(consent);
        office.give(consent, newsroom.textHash(story));
        publishedWhenHeard(story);
        var page = newsroom.page(story);

        office.give(consent, "c".repeat(64));

        await().atMost(SOON).until(() -> reader.get("/en" + page).status() == 410);
    }

    @Test
    void one_of_two_people_is_enough_to_take_a_story_back() {
        var she = office.ask();
        var he = office.ask();
        var story = newsroom.finished(she, he);
        office.give(she, newsroom.textHash(story));
        office.give(he, newsroom.textHash(story));
        publishedWhenHeard(story);
        var page = newsroom.page(story);

        office.withdraw(he);

        await().atMost(SOON).until(() -> reader.get("/en" + page).status() == 410);
    }

    @Test
    void what_was_said_of_a_consent_before_its_story_existed_counts() {
        var consent = office.ask();
        office.refuse(consent);
        var story = newsroom.finished(consent);

        await().atMost(SOON).until(() -> standing(story).equals("REFUSED"));
        assertThat(newsroom.publish(story).status()).isEqualTo(409);
    }

    @Test
    void after_its_last_day_a_page_is_gone_at_once_and_recorded_as_retracted_soon() {
        var consent = office.ask();
        var story = newsroom.finished(consent);
        var lastDay = LocalDate.now(ZoneId.of("Asia/Dushanbe")).plusDays(30);
        office.give(consent, newsroom.textHash(story), lastDay);
        publishedWhenHeard(story);
        var page = newsroom.page(story);
        assertThat(reader.get("/en" + page).status()).isEqualTo(200);

        var moved =
                Web.as(port, "admin", "administrator")
                        .put("/local/v1/programme-clock", null, "{\"offset\":\"P31D\"}");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);

        await().atMost(SOON).until(() -> reader.get("/en" + page).status() == 410);
        await().atMost(SOON).until(() -> newsroom.state(story).equals("RETRACTED"));
    }

    @Test
    void a_page_hides_while_news_of_a_consent_is_missing_and_comes_back_when_it_is_heard() {
        var consent = office.ask();
        var story = newsroom.finished(consent);
        office.give(consent, newsroom.textHash(story));
        publishedWhenHeard(story);
        var page = newsroom.page(story);

        office.fallSilent();
        try {
            await().atMost(SOON).until(() -> reader.get("/en" + page).status() == 503);
            var hidden = reader.get("/en" + page);
            assertThat(hidden.header("Cache-Control")).isEqualTo("no-store");
            assertThat(hidden.header("Retry-After")).isNotEmpty();
            assertThat(reader.get("/en").body()).doesNotContain(page);
            assertThat(reader.get(page).status()).isEqualTo(503);
        } finally {
            office.speakAgain();
        }
        await().atMost(SOON).until(() -> reader.get("/en" + page).status() == 200);
    }

    @Test
    void a_gap_in_the_news_of_a_consent_hides_its_page_and_no_other() {
        var gapped = office.ask();
        var other = office.ask();
        var story = newsroom.finished(gapped);
        var neighbour = newsroom.finished(other);
        office.give(gapped, newsroom.textHash(story));
        office.give(other, newsroom.textHash(neighbour));
        publishedWhenHeard(story);
        publishedWhenHeard(neighbour);
        var page = newsroom.page(story);

        office.withdrawTooEarly(gapped);

        await().atMost(SOON).until(() -> reader.get("/en" + page).status() == 503);
        assertThat(reader.get("/en" + newsroom.page(neighbour)).status()).isEqualTo(200);

        office.give(gapped, newsroom.textHash(story));

        await().atMost(SOON).until(() -> reader.get("/en" + page).status() == 410);
    }

    @Test
    void of_a_publication_and_a_withdrawal_at_the_same_moment_the_withdrawal_wins() {
        for (int round = 0; round < 5; round++) {
            var consent = office.ask();
            var story = newsroom.finished(consent);
            office.give(consent, newsroom.textHash(story));
            await().atMost(SOON).until(() -> standing(story).equals("IN_FORCE"));

            var withdrawal = CompletableFuture.runAsync(() -> office.withdraw(consent));
            var publication = newsroom.publish(story);
            withdrawal.join();

            assertThat(publication.status()).as(publication.body()).isIn(200, 409, 503);
            await().atMost(SOON).until(() -> !newsroom.state(story).equals("PUBLISHED"));
            await().atMost(SOON).until(() -> withdrawnOrGone(story));
        }
    }

    @Test
    void nothing_that_a_story_tells_lies_readable_in_the_database() {
        var consent = office.ask();
        var story = newsroom.finished(consent);
        office.give(consent, newsroom.textHash(story));
        publishedWhenHeard(story);
        newsroom.submitted(newsroom.news("A secret title"));

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
    void a_retraction_by_hand_needs_a_reason_that_only_the_lead_can_read() {
        var paper = newsroom.approved(newsroom.submitted(newsroom.news("A meeting in Dushanbe")));
        var published = newsroom.publish(paper);
        var page = newsroom.page(paper);
        assertThat(newsroom.lead().post(Newsroom.path(paper) + "/retraction", 5L, "{}").status())
                .isEqualTo(400);

        var retracted = newsroom.retract(paper, published.json().get("version").asLong());

        assertThat(retracted.status()).as(retracted.body()).isEqualTo(200);
        assertThat(reader.get("/en" + page).status()).isEqualTo(410);
        assertThat(newsroom.read(newsroom.lead(), paper).json().at("/retraction/reason").asString())
                .isEqualTo("a wrong figure");
        var forOthers = newsroom.read(newsroom.protection(), paper);
        assertThat(forOthers.body()).doesNotContain("figure").doesNotContain("Dushanbe");
    }

    private void publishedWhenHeard(Paper story) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            var answer = newsroom.publish(story);
                            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                        });
        await().atMost(SOON).until(() -> reader.get("/en" + newsroom.page(story)).status() == 200);
    }

    private boolean withdrawnOrGone(Paper story) {
        return newsroom.state(story).equals("RETRACTED") || standing(story).equals("WITHDRAWN");
    }

    private String standing(Paper story) {
        return newsroom.editor()
                .get(Newsroom.path(story) + "/consents")
                .json()
                .at("/consents/0/standing")
                .asString();
    }
}

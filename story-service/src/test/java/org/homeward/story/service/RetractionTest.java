package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A story is gone when somebody in it does not agree any more, or somebody takes it back. */
@ServiceTest
class RetractionTest {

    private final Situation now;

    RetractionTest(@LocalServerPort int port) {
        this.now = new Situation(port);
    }

    @Test
    void a_story_is_public_while_its_person_agrees_and_gone_in_every_language_after() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        var page = now.newsroom().page(story);

        assertThat(now.reader().get("/en" + page).body()).contains("Zarifa-of-the-test");
        assertThat(now.reader().get("/tg" + page).status()).isEqualTo(200);

        now.office().withdraw(consent);

        await().atMost(SOON).until(() -> now.reader().get("/en" + page).status() == 410);
        assertThat(now.reader().get("/tg" + page).status()).isEqualTo(410);
        assertThat(now.reader().get("/ru" + page).status()).isEqualTo(410);
        assertThat(now.reader().get(page).status()).isEqualTo(410);
        assertThat(now.reader().get("/en" + page).body()).doesNotContain("Zarifa-of-the-test");
        assertThat(now.newsroom().state(story)).isEqualTo("RETRACTED");
    }

    @Test
    void a_new_yes_to_another_text_retracts_the_old_one() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        var page = now.newsroom().page(story);

        now.office().give(consent, "c".repeat(64));

        await().atMost(SOON).until(() -> now.reader().get("/en" + page).status() == 410);
    }

    @Test
    void one_of_two_people_is_enough_to_take_a_story_back() {
        var she = now.office().ask();
        var he = now.office().ask();
        var story = now.newsroom().finished(she, he);
        now.office().give(she, now.newsroom().textHash(story));
        now.office().give(he, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        var page = now.newsroom().page(story);

        now.office().withdraw(he);

        await().atMost(SOON).until(() -> now.reader().get("/en" + page).status() == 410);
    }

    @Test
    void after_its_last_day_a_page_is_gone_at_once_and_recorded_as_retracted_soon() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        var lastDay = LocalDate.now(ZoneId.of("Asia/Dushanbe")).plusDays(30);
        now.office().give(consent, now.newsroom().textHash(story), lastDay);
        now.publishedWhenHeard(story);
        var page = now.newsroom().page(story);
        assertThat(now.reader().get("/en" + page).status()).isEqualTo(200);

        var moved =
                Web.as(now.port(), "admin", "administrator")
                        .put("/local/v1/programme-clock", null, "{\"offset\":\"P31D\"}");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);

        await().atMost(SOON).until(() -> now.reader().get("/en" + page).status() == 410);
        await().atMost(SOON).until(() -> now.newsroom().state(story).equals("RETRACTED"));
    }

    @Test
    void of_a_publication_and_a_withdrawal_at_the_same_moment_the_withdrawal_wins() {
        for (int round = 0; round < 5; round++) {
            var consent = now.office().ask();
            var story = now.newsroom().finished(consent);
            now.office().give(consent, now.newsroom().textHash(story));
            await().atMost(SOON).until(() -> now.standing(story).equals("IN_FORCE"));

            var withdrawal = CompletableFuture.runAsync(() -> now.office().withdraw(consent));
            var publication = now.newsroom().publish(story);
            withdrawal.join();

            assertThat(publication.status()).as(publication.body()).isIn(200, 409, 503);
            await().atMost(SOON).until(() -> !now.newsroom().state(story).equals("PUBLISHED"));
            await().atMost(SOON).until(() -> now.isWithdrawnOrGone(story));
        }
    }

    @Test
    void a_retraction_by_hand_needs_a_reason_that_only_the_lead_can_read() {
        var paper =
                now.newsroom()
                        .approved(
                                now.newsroom()
                                        .submitted(now.newsroom().news("A meeting in Dushanbe")));
        var published = now.newsroom().publish(paper);
        var page = now.newsroom().page(paper);
        assertThat(
                        now.newsroom()
                                .lead()
                                .post(Newsroom.path(paper) + "/retraction", 5L, "{}")
                                .status())
                .isEqualTo(400);

        var retracted = now.newsroom().retract(paper, published.json().get("version").asLong());

        assertThat(retracted.status()).as(retracted.body()).isEqualTo(200);
        assertThat(now.reader().get("/en" + page).status()).isEqualTo(410);
        assertThat(
                        now.newsroom()
                                .read(now.newsroom().lead(), paper)
                                .json()
                                .at("/retraction/reason")
                                .asString())
                .isEqualTo("a wrong figure");
        var forOthers = now.newsroom().read(now.newsroom().protection(), paper);
        assertThat(forOthers.body()).doesNotContain("figure").doesNotContain("Dushanbe");
    }
}

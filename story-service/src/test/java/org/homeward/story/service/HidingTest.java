package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page hides while it is not certain that everybody in it agrees, and comes back by itself. */
@ServiceTest
class HidingTest {

    private final Situation now;

    HidingTest(@LocalServerPort int port) {
        this.now = new Situation(port);
    }

    @Test
    void a_page_hides_while_news_of_a_consent_is_missing_and_comes_back_when_it_is_heard() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        var page = now.newsroom().page(story);

        now.office().fallSilent();
        try {
            await().atMost(SOON).until(() -> now.reader().get("/en" + page).status() == 503);
            var hidden = now.reader().get("/en" + page);
            assertThat(hidden.header("Cache-Control")).isEqualTo("no-store");
            assertThat(hidden.header("Retry-After")).isNotEmpty();
            assertThat(now.reader().get("/en").body()).doesNotContain(page);
            assertThat(now.reader().get(page).status()).isEqualTo(503);
        } finally {
            now.office().speakAgain();
        }
        await().atMost(SOON).until(() -> now.reader().get("/en" + page).status() == 200);
    }

    @Test
    void a_gap_in_the_news_of_a_consent_hides_its_page_and_no_other() {
        var gapped = now.office().ask();
        var other = now.office().ask();
        var story = now.newsroom().finished(gapped);
        var neighbour = now.newsroom().finished(other);
        now.office().give(gapped, now.newsroom().textHash(story));
        now.office().give(other, now.newsroom().textHash(neighbour));
        now.publishedWhenHeard(story);
        now.publishedWhenHeard(neighbour);
        var page = now.newsroom().page(story);

        now.office().withdrawTooEarly(gapped);

        await().atMost(SOON).until(() -> now.reader().get("/en" + page).status() == 503);
        assertThat(now.reader().get("/en" + now.newsroom().page(neighbour)).status())
                .isEqualTo(200);

        now.office().give(gapped, now.newsroom().textHash(story));

        await().atMost(SOON).until(() -> now.reader().get("/en" + page).status() == 410);
    }
}

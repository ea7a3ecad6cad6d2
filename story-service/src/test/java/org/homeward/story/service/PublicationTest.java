package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A story is published only with a yes of everybody in it to exactly this text. */
@ServiceTest
class PublicationTest {

    private final Situation now;

    PublicationTest(@LocalServerPort int port) {
        this.now = new Situation(port);
    }

    @Test
    void without_a_consent_it_is_not_published_and_is_told_which_one_is_missing() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);

        var refused = now.newsroom().publish(story);

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
        assertThat(now.newsroom().publish(story).problem()).isEqualTo("consent-missing");
    }

    @Test
    void a_consent_taken_back_before_publication_publishes_nothing() {
        var consent = now.office().ask();
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.office().withdraw(consent);

        await().atMost(SOON).until(() -> now.standing(story).equals("WITHDRAWN"));
        assertThat(now.newsroom().publish(story).problem()).isEqualTo("consent-missing");
    }

    @Test
    void what_was_said_of_a_consent_before_its_story_existed_counts() {
        var consent = now.office().ask();
        now.office().refuse(consent);
        var story = now.newsroom().finished(consent);

        await().atMost(SOON).until(() -> now.standing(story).equals("REFUSED"));
        assertThat(now.newsroom().publish(story).status()).isEqualTo(409);
    }
}

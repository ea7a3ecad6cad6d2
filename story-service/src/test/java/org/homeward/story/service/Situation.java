package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.homeward.story.service.Newsroom.Paper;

/** Newsroom, readers and the people who agree, around one running service. */
record Situation(int port) {

    /** Long enough for news to be heard, with all up. */
    static final Duration SOON = Duration.ofSeconds(20);

    Newsroom newsroom() {
        return new Newsroom(port);
    }

    Web reader() {
        return Web.reader(port);
    }

    ConsentOffice office() {
        return ConsentOffice.shared();
    }

    /** Publishes as soon as the consents have been heard of, and waits until it can be read. */
    void publishedWhenHeard(Paper story) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            var answer = newsroom().publish(story);
                            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                        });
        await().atMost(SOON)
                .until(() -> reader().get("/en" + newsroom().page(story)).status() == 200);
    }

    /** How the first person's consent stands. */
    String standing(Paper story) {
        return newsroom()
                .editor()
                .get(Newsroom.path(story) + "/consents")
                .json()
                .at("/consents/0/standing")
                .asString();
    }

    boolean isWithdrawnOrGone(Paper story) {
        return newsroom().state(story).equals("RETRACTED") || standing(story).equals("WITHDRAWN");
    }
}

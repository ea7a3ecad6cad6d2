package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.homeward.kit.test.Answer;
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

    /** Published, with a picture of one person; the public paths of its page and of the picture. */
    Shown shown(UUID person, UUID photograph) {
        var story =
                newsroom().approved(newsroom().submitted(newsroom().pictured(person, photograph)));
        office().give(person, newsroom().textHash(story));
        office().letShow(photograph, newsroom().pictureHash(story), null);
        publishedWhenHeard(story);
        var picture = newsroom().picture(story);
        var page = newsroom().page(story);
        return new Shown(story, page, page + "/pictures/" + picture + "/960");
    }

    /** A public story with a picture. */
    record Shown(Paper story, String page, String picture) {}

    /** What a publication is answered as soon as no news of a consent may be under way. */
    Answer publication(Paper story) {
        return await().atMost(SOON)
                .until(() -> newsroom().publish(story), answer -> answer.status() != 503);
    }

    /** How the first person's consent stands. */
    String standing(Paper story) {
        return newsroom()
                .consents(newsroom().editor(), story)
                .json()
                .at("/consents/0/standing")
                .asString();
    }

    /** Whether it could be published now, as far as its consents go. */
    boolean isAgreedTo(Paper story) {
        var consents = newsroom().consents(newsroom().lead(), story).json();
        return consents.path("complete").asBoolean() && consents.path("current").asBoolean();
    }

    boolean isWithdrawnOrGone(Paper story) {
        return newsroom().state(story).equals("RETRACTED") || standing(story).equals("WITHDRAWN");
    }
}

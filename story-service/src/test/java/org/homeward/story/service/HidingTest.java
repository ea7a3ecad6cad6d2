package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** A page hides while it is not certain that everybody in it agrees, and comes back by itself. */
@ServiceTest
class HidingTest {

    private static final String PARKED = "/ops/v1/parked";

    private final Situation now;
    private final Web operator;
    private final MongoTemplate mongo;

    HidingTest(@LocalServerPort int port, @Autowired MongoTemplate mongo) {
        this.mongo = mongo;
        this.now = new Situation(port);
        this.operator = Web.as(port, "operator", "administrator");
    }

    @Test
    void a_page_hides_while_news_of_a_consent_is_missing_and_comes_back_when_it_is_heard() {
        var shown = now.shown(now.office().ask(), now.office().ask());
        var page = shown.page();
        assertThat(now.reader().file(shown.picture()).statusCode()).isEqualTo(200);

        now.office().fallSilent();
        try {
            await().atMost(SOON).until(() -> now.reader().get("/en" + page).status() == 503);
            var hidden = now.reader().get("/en" + page);
            assertThat(hidden.header("Cache-Control")).isEqualTo("no-store");
            assertThat(hidden.header("Retry-After")).isNotEmpty();
            for (String list : List.of("/en", "/en/rss.xml", "/en/atom.xml")) {
                assertThat(now.reader().get(list).body()).doesNotContain(page);
            }
            assertThat(now.reader().get(page).status()).isEqualTo(503);
            var picture = now.reader().get(shown.picture());
            assertThat(picture.status()).isEqualTo(503);
            assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
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

    @Test
    void a_page_comes_back_when_the_missing_news_arrives_and_changes_nothing() {
        var consent = now.office().ask();
        var story = published(consent);

        now.office().giveTooEarly(consent, now.newsroom().textHash(story));
        await().atMost(SOON).until(() -> status(story) == 503);

        now.office().give(consent, now.newsroom().textHash(story));
        await().atMost(SOON).until(() -> status(story) == 200);
    }

    @Test
    void
            a_page_stays_hidden_when_an_event_of_its_consent_is_discarded_until_a_later_one_is_heard() {
        var consent = now.office().ask();
        var story = published(consent);

        now.office().mumble(consent);
        await().atMost(SOON).until(() -> status(story) == 503);

        discard(
                parked -> ("/consent/" + consent).equals(parked.path("source").asString("")),
                "SENT_IN_ERROR");
        await().atMost(SOON).until(() -> flowsFrom(consent, 2));
        assertThat(status(story)).isEqualTo(503);

        now.office().give(consent, now.newsroom().textHash(story));
        await().atMost(SOON).until(() -> status(story) == 200);
    }

    @Test
    void a_page_hides_while_what_is_no_event_is_parked_in_its_partition_and_comes_back_then() {
        var consent = now.office().ask();
        var story = published(consent);

        now.office().scribble(consent);
        await().atMost(SOON).until(() -> status(story) == 503);

        discard(parked -> parked.path("source").isNull(), "UNREADABLE");
        await().atMost(SOON).until(() -> status(story) == 200);
    }

    private Paper published(UUID consent) {
        var story = now.newsroom().finished(consent);
        now.office().give(consent, now.newsroom().textHash(story));
        now.publishedWhenHeard(story);
        return story;
    }

    private boolean flowsFrom(UUID consent, long sequence) {
        var position =
                Filters.and(
                        Filters.eq("_id.s", "/consent/" + consent),
                        Filters.eq("sequence", sequence),
                        Filters.exists("blocked", false));
        return mongo.getCollection("inbox_positions").countDocuments(position) == 1;
    }

    private int status(Paper story) {
        return now.reader().get("/en" + now.newsroom().page(story)).status();
    }

    /** Finds what is parked, looks at it, and tries it again in vain, before it is discarded. */
    private void discard(Predicate<JsonNode> which, String reason) {
        var found =
                operator.get(PARKED + "?limit=100")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(which)
                        .map(parked -> PARKED + "/" + parked.path("id").asString())
                        .toList();
        assertThat(found).hasSize(1);
        var parked = found.getFirst();
        assertThat(operator.get(parked).json().path("content").asString()).isIn("{}", "no event");
        assertThat(operator.post(parked + "/replay", null, "").body())
                .isEqualTo("{\"flows\":false}");
        assertThat(operator.post(parked + "/discard", null, "{\"reason\":\"BORED\"}").status())
                .isEqualTo(400);
        var discarded = operator.post(parked + "/discard", null, "{\"reason\":\"" + reason + "\"}");
        assertThat(discarded.status()).as(discarded.body()).isEqualTo(204);
        assertThat(operator.get(parked).status()).isEqualTo(404);
        assertThat(operator.post(PARKED + "/replay", null, "").body()).isEqualTo("{\"parked\":0}");
    }
}

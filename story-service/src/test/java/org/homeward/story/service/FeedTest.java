package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Feeds as readers' programs fetch them. */
@ServiceTest
class FeedTest {

    private final Newsroom newsroom;
    private final Web reader;

    FeedTest(@LocalServerPort int port) {
        this.newsroom = new Newsroom(port);
        this.reader = Web.reader(port);
    }

    @ParameterizedTest
    @CsvSource({"rss, rss+xml", "atom, atom+xml"})
    void a_retracted_entry_leaves_the_feeds_of_every_language_also_for_who_has_a_copy(
            String name, String type) {
        var paper = newsroom.finished("NEWS", "Soon out of the feeds", Map.of());
        var published = newsroom.publish(paper);
        var page = newsroom.page(paper);
        var path = "/en/" + name + ".xml";

        var feed = reader.get(path);
        var again = reader.get(path, "If-None-Match", feed.header("ETag"));

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).startsWith("application/" + type);
        assertThat(feed.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(feed.body()).contains("Soon out of the feeds").contains("/en" + page);
        assertThat(again.status()).isEqualTo(304);
        for (String language : new String[] {"tg", "ru"}) {
            assertThat(reader.get("/" + language + "/" + name + ".xml").body())
                    .contains("/" + language + page)
                    .doesNotContain("Soon out of the feeds");
        }

        newsroom.retract(paper, published.json().get("version").asLong());

        var after = reader.get(path, "If-None-Match", feed.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).doesNotContain("Soon out of the feeds").doesNotContain(page);
        for (String language : new String[] {"tg", "ru"}) {
            assertThat(reader.get("/" + language + "/" + name + ".xml").body())
                    .doesNotContain(page);
        }
    }

    @Test
    void standing_pages_and_what_is_not_public_are_in_no_feed() {
        newsroom.publish(
                newsroom.finished("PAGE", "Standing and not fed", Map.of("standsAt", "CONTACT")));
        newsroom.finished("NEWS", "Approved and not fed", Map.of());

        assertThat(reader.get("/en/rss.xml").body() + reader.get("/en/atom.xml").body())
                .doesNotContain("not fed");
    }

    @Test
    void every_page_tells_programs_where_its_feeds_are() {
        var html = reader.get("/ru/contact").body();
        var feeds =
                Pattern.compile(
                                "<link rel=\"alternate\" type=\"(application/[a-z+]+)\""
                                        + " title=\"[^\"]+\" href=\"([^\"]+)\">")
                        .matcher(html);

        int found = 0;
        while (feeds.find()) {
            assertThat(reader.get(feeds.group(2)).header("Content-Type"))
                    .startsWith(feeds.group(1));
            found++;
        }
        assertThat(found).isEqualTo(2);
    }
}

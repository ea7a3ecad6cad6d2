package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Newsroom.json;
import static org.homeward.story.service.Newsroom.path;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** News, calls for entries and standing pages beside the stories of people. */
@ServiceTest
class KindsTest {

    private static final String CLOCK = "/local/v1/programme-clock";

    private final Newsroom newsroom;
    private final Web reader;
    private final Web administrator;

    KindsTest(@LocalServerPort int port) {
        this.newsroom = new Newsroom(port);
        this.reader = Web.reader(port);
        this.administrator = Web.as(port, "admin", "administrator");
    }

    @Test
    void calls_are_listed_open_ones_first_and_close_after_their_last_day_in_dushanbe() {
        var clock = administrator.get(CLOCK).json();
        var today = LocalDate.parse(clock.get("today").asString());
        call("Films about coming home", today.plusDays(300));
        call("Photographs until today", today);
        call("A festival long ago", LocalDate.of(2017, 12, 18));
        call("Essays until yesterday", today.minusDays(1));

        var calls = reader.get("/en?kind=call").body();
        assertThat(calls)
                .containsSubsequence(
                        "Open until",
                        "Films about coming home",
                        "Open until",
                        "Photographs until today",
                        "Closed: the last day was",
                        "Essays until yesterday");
        assertThat(calls).containsOnlyOnce("Closed: the last day was");
        assertThat(older(calls, "call").body())
                .contains("A festival long ago")
                .contains("Closed: the last day was 18 December 2017")
                .doesNotContain("Essays until yesterday");

        var offset = Duration.parse(clock.get("offset").asString()).plusDays(1);
        var moved = administrator.put(CLOCK, null, json(Map.of("offset", offset.toString())));

        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(reader.get("/en?kind=call").body())
                .containsSubsequence(
                        "Films about coming home",
                        "Closed: the last day was",
                        "Photographs until today",
                        "Closed: the last day was",
                        "Essays until yesterday");
    }

    @Test
    void a_call_says_on_its_own_page_how_long_it_is_open_and_its_event_names_the_kind() {
        var paper = newsroom.finished("CALL", "A call of long ago", Map.of("closes", "2017-12-18"));
        newsroom.publish(paper);

        assertThat(reader.get("/en" + newsroom.page(paper)).body())
                .contains("A call of long ago")
                .contains("Closed: the last day was 18 December 2017")
                .doesNotContain("with the agreement of the people in it");
        assertThat(StoryTopic.until(paper.id(), "homeward.story.published.v1").text())
                .contains("\"kind\":\"CALL\"");
    }

    @Test
    void a_list_of_one_kind_shows_no_other_and_leads_on_within_it() {
        for (int i = 0; i < 4; i++) {
            newsroom.publish(newsroom.finished("NEWS", "Meeting number " + i, Map.of()));
        }

        var news = reader.get("/en?kind=news").body();

        assertThat(news)
                .containsSubsequence("Meeting number 3", "Meeting number 2", "Meeting number 1")
                .contains("aria-current=\"true\">News</a>");
        assertThat(older(news, "news").body()).contains("Meeting number 0");
        assertThat(reader.get("/en?kind=story").body()).doesNotContain("Meeting number");
        assertThat(reader.get("/?kind=news", "Accept-Language", "en").header("Location"))
                .isEqualTo("/en?kind=news");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en?kind=page", "/en?kind=NEWS", "/en?kind=", "/?kind=everything"})
    void there_is_no_list_of_anything_else(String path) {
        assertThat(reader.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_page_stands_at_its_address_until_it_is_retracted_and_in_no_list() {
        var before = newsroom.finished("PAGE", "What it once was", Map.of("standsAt", "ABOUT"));
        assertThat(newsroom.publish(before).status()).isEqualTo(200);
        assertThat(reader.get("/en/about").body()).contains("What it once was");
        var paper = newsroom.finished("PAGE", "What this mission is", Map.of("standsAt", "ABOUT"));
        var published = newsroom.publish(paper);

        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(reader.get("/en/about").body())
                .contains("What this mission is")
                .doesNotContain("What it once was")
                .doesNotContain("since 1993");
        assertThat(reader.get("/en/contact").body())
                .contains("+992")
                .doesNotContain("What this mission is");
        assertThat(reader.get("/en").body()).doesNotContain("What this mission is");

        newsroom.retract(paper, published.json().get("version").asLong());

        assertThat(reader.get("/en/about").body())
                .contains("since 1993")
                .doesNotContain("What it once was")
                .doesNotContain("What this mission is");
        assertThat(reader.get("/en" + newsroom.page(paper)).status()).isEqualTo(410);
    }

    @Test
    void the_contact_page_keeps_the_address_whatever_the_mission_writes() {
        var paper = newsroom.finished("PAGE", "Find us", Map.of("standsAt", "CONTACT"));
        newsroom.publish(paper);

        assertThat(reader.get("/en/contact").body()).contains("Find us").contains("+992");
    }

    @ParameterizedTest
    @CsvSource({
        "NEWS, closes, 2026-12-18",
        "STORY, closes, 2026-12-18",
        "CALL, standsAt, ABOUT",
        "NEWS, standsAt, CONTACT"
    })
    void what_belongs_to_another_kind_is_refused(String kind, String field, String value) {
        var content = new HashMap<>(content("Of another kind"));
        content.put(field, value);

        var answer = newsroom.editor().post("/api/v1/stories", null, body(kind, content));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/pointer").asString()).isEqualTo("/" + field);
    }

    @Test
    void a_revision_does_not_make_a_story_of_another_kind_either() {
        var paper = newsroom.draft(UUID.randomUUID());
        var content = new HashMap<>(content("With a last day"));
        content.put("closes", "2026-12-18");

        var answer = newsroom.editor().put(path(paper), 1L, json(content));

        assertThat(answer.status()).isEqualTo(400);
    }

    private void call(String title, LocalDate closes) {
        var paper = newsroom.finished("CALL", title, Map.of("closes", closes.toString()));
        var published = newsroom.publish(paper);
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    private Answer older(String list, String kind) {
        var link =
                Pattern.compile("href=\"(/en\\?kind=" + kind + "&amp;older=[^\"]+)\"")
                        .matcher(list);
        assertThat(link.find()).isTrue();
        return reader.get(link.group(1).replace("&amp;", "&"));
    }
}

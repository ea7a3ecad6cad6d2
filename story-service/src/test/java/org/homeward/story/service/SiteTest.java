package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public site as browsers, caches and search engines meet it. */
@ServiceTest
class SiteTest {

    private static final Pattern STYLES = Pattern.compile("href=\"(/assets/site[^\"]*\\.css)\"");

    private final Newsroom newsroom;
    private final Web reader;

    SiteTest(@LocalServerPort int port) {
        this.newsroom = new Newsroom(port);
        this.reader = Web.reader(port);
    }

    @ParameterizedTest
    @CsvSource({
        "'ru-RU,ru;q=0.9', /ru",
        "'en-GB', /en",
        "'fr, de;q=0.5', /en",
        "'tg', /tg",
        "'***', /tg"
    })
    void the_front_door_leads_to_the_readers_language(String asked, String home) {
        var answer = reader.get("/", "Accept-Language", asked);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(home);
        assertThat(answer.header("Vary")).contains("Accept-Language");
    }

    @Test
    void without_a_wish_it_speaks_tajik() {
        assertThat(reader.get("/").header("Location")).isEqualTo("/tg");
        assertThat(reader.get("/about").header("Location")).isEqualTo("/tg/about");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tg", "/ru", "/en/about", "/tg/contact"})
    void every_page_is_guarded_and_asked_for_again(String page) {
        var answer = reader.get(page);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("ETag")).startsWith("\"");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() {
        var page = page("Not changed");
        var etag = reader.get("/ru" + page).header("ETag");

        var again = reader.get("/ru" + page, "If-None-Match", etag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(reader.get("/en" + page, "If-None-Match", etag).status()).isEqualTo(200);
    }

    @Test
    void a_retracted_page_is_gone_also_for_who_has_a_copy() {
        var paper = newsroom.approved(newsroom.submitted(newsroom.news("Soon gone")));
        var published = newsroom.publish(paper);
        var page = newsroom.page(paper);
        var etag = reader.get("/en" + page).header("ETag");
        newsroom.retract(paper, published.json().get("version").asLong());

        var gone = reader.get("/en" + page, "If-None-Match", etag);

        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.header("Cache-Control")).isEqualTo("no-store");
        assertThat(gone.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(gone.header("ETag")).isEmpty();
        assertThat(gone.body()).contains("no longer here").doesNotContain("Soon gone");
        assertThat(reader.head("/en" + page).status()).isEqualTo(410);
        assertThat(reader.get("/en").body()).doesNotContain("Soon gone");
    }

    @Test
    void the_list_shows_the_newest_first_and_leads_to_older_ones() {
        page("The oldest of four");
        page("The second of four");
        page("The third of four");
        page("The newest of four");

        var newest = reader.get("/en").body();
        var older = Pattern.compile("href=\"(/en\\?older=[^\"]+)\"").matcher(newest);
        assertThat(older.find()).isTrue();
        var second = reader.get(older.group(1)).body();

        assertThat(newest.indexOf("The newest of four"))
                .isPositive()
                .isLessThan(newest.indexOf("The third of four"));
        assertThat(newest).contains("Read more").doesNotContain("The oldest of four");
        assertThat(second).contains("The oldest of four").doesNotContain("The newest of four");
    }

    @Test
    void an_address_without_a_language_leads_to_the_story_in_the_readers_own() {
        var page = page("In three languages");
        var answer = reader.get(page, "Accept-Language", "ru");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/ru" + page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/stories/7d1f1d5e-4c2b-4f0e-9a6f-0d8f3b6c2a11",
                "/en/stories/1-1-1-1-1",
                "/stories/nonsense",
                "/en/nowhere",
                "/en?older=forged"
            })
    void where_nothing_is_readers_are_told_so(String path) {
        var answer = reader.get(path, "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).contains("Page not found").contains("noindex");
    }

    @Test
    void a_browser_that_got_lost_gets_a_page_and_a_program_a_problem() {
        var lost = reader.get("/wp-admin", "Accept", "text/html", "Accept-Language", "en");
        var program = reader.get("/wp-admin", "Accept", "application/json");

        assertThat(lost.status()).isEqualTo(404);
        assertThat(lost.body()).contains("Page not found");
        assertThat(program.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void styles_are_kept_for_ever_under_an_address_that_changes_with_them() {
        var styles = STYLES.matcher(reader.get("/en").body());
        assertThat(styles.find()).isTrue();

        var answer = reader.get(styles.group(1));

        assertThat(styles.group(1)).matches("/assets/site-[0-9a-f]{32}\\.css");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000");
    }

    @Test
    void a_story_says_that_a_name_was_changed() {
        var office = ConsentOffice.shared();
        var consent = office.ask();
        var paper = newsroom.finished(consent);
        office.give(consent, newsroom.textHash(paper));
        await().atMost(Duration.ofSeconds(20)).until(() -> newsroom.publish(paper).status() == 200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(reader.get("/en" + newsroom.page(paper)).body())
                                        .contains("Name changed"));
    }

    @Test
    void a_pseudonym_is_held_with_its_story_and_only_where_the_page_says_that_a_name_was_changed() {
        var consent = UUID.randomUUID();
        var content = new HashMap<>(content("Nigora bakes"));
        content.put("persons", List.of(person(consent, true)));

        var drafted = newsroom.editor().post("/api/v1/stories", null, body("STORY", content));
        content.put("persons", List.of(person(consent, false)));
        var unsaid = newsroom.editor().post("/api/v1/stories", null, body("STORY", content));

        var view = newsroom.read(newsroom.lead(), new Paper(drafted.id(), 1)).json();
        assertThat(view.at("/pseudonyms/" + consent).asString()).isEqualTo("Nigora");
        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.json().at("/violations/0/pointer").asString())
                .isEqualTo("/persons/0/nameChanged");
    }

    @Test
    void what_is_not_public_is_nowhere_on_the_site() {
        var draft = newsroom.draft(UUID.randomUUID());
        newsroom.submitted(newsroom.news("Only in review"));

        assertThat(reader.get("/en/stories/" + draft.id()).status()).isEqualTo(404);
        assertThat(reader.get("/en").body()).doesNotContain("Only in review");
    }

    private static Map<String, Object> person(UUID consent, boolean nameChanged) {
        return Map.of("consent", consent, "nameChanged", nameChanged, "pseudonym", "Nigora");
    }

    private String page(String title) {
        var paper = newsroom.approved(newsroom.submitted(newsroom.news(title)));
        assertThat(newsroom.publish(paper).status()).isEqualTo(200);
        return newsroom.page(paper);
    }
}

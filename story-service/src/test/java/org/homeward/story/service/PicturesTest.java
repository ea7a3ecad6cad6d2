package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Newsroom.illustrated;
import static org.homeward.story.service.Newsroom.json;
import static org.homeward.story.service.Newsroom.path;
import static org.homeward.story.service.Situation.SOON;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.story.picture.Photographs;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Pictures of people, shown for as long as everybody in them agrees. */
@ServiceTest
class PicturesTest {

    private static final String PURPOSE = "Homeward-Purpose";

    private final Situation now;
    private final MongoTemplate mongo;

    PicturesTest(@LocalServerPort int port, @Autowired MongoTemplate mongo) {
        this.now = new Situation(port);
        this.mongo = mongo;
    }

    @Test
    void a_picture_is_shown_with_its_story_without_metadata_in_the_sizes_that_browsers_ask_for()
            throws IOException {
        var shown = now.shown(now.office().ask(), now.office().ask());

        var article = now.reader().get("/en" + shown.page()).body();
        var list = now.reader().get("/en?kind=story").body();
        var picture = now.reader().file(shown.picture());
        var etag = picture.headers().firstValue("ETag").orElseThrow();

        for (String other : List.of("/7", "/0960", "/x", "/99999")) {
            assertThat(now.reader().get(shown.picture().replace("/960", other)).status())
                    .isEqualTo(404);
        }
        for (String html : List.of(article, list)) {
            assertThat(html)
                    .contains("alt=\"Jamshed-of-the-test sews in his workshop.\"")
                    .contains(shown.picture() + " 960w")
                    .contains("width=\"1200\" height=\"800\"")
                    .contains("loading=\"lazy\"");
        }
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(picture.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth())
                .isEqualTo(960);
        assertThat(now.reader().file(shown.picture(), "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void the_end_of_either_consent_takes_page_and_picture_and_destroys_them(boolean ofPicture) {
        var person = now.office().ask();
        var photograph = now.office().ask();
        var shown = now.shown(person, photograph);
        var etag = now.reader().get(shown.picture()).header("ETag");

        if (ofPicture) {
            now.office().forbidToShow(photograph);
        } else {
            now.office().withdraw(person);
        }

        await().atMost(SOON).until(() -> now.reader().get("/en" + shown.page()).status() == 410);
        await().atMost(SOON).until(() -> now.newsroom().state(shown.story()).equals("RETRACTED"));
        var picture = now.reader().get(shown.picture(), "If-None-Match", etag);
        assertThat(picture.status()).isEqualTo(410);
        assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
        assertThat(now.reader().get("/en").body()).doesNotContain(shown.page());
        assertThat(stored(shown.story()).getFirst().toJson())
                .contains("picture.destroyed")
                .doesNotContain("prints");
        assertThat(look(now.newsroom().lead(), shown).statusCode()).isEqualTo(404);
        assertThat(StoryTopic.until(shown.story().id(), "homeward.story.retracted.v1").text())
                .doesNotContain(photograph.toString());
    }

    @Test
    void without_the_consent_of_who_is_shown_nothing_is_published() {
        var person = now.office().ask();
        var photograph = now.office().ask();
        var newsroom = now.newsroom();
        var story = newsroom.approved(newsroom.submitted(newsroom.pictured(person, photograph)));
        now.office().give(person, newsroom.textHash(story));
        await().atMost(SOON).until(() -> now.standing(story).equals("IN_FORCE"));

        assertMissing(now.publication(story), photograph, "NOT_GIVEN");

        now.office().give(photograph, newsroom.textHash(story));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertMissing(now.publication(story), photograph, "OTHER_PURPOSE"));
    }

    @Test
    void a_yes_to_one_picture_is_none_to_another() {
        var photograph = now.office().ask();
        var newsroom = now.newsroom();
        var story = newsroom.approved(newsroom.submitted(newsroom.pictured(person(), photograph)));

        now.office().letShow(photograph, "d".repeat(64), null);

        await().atMost(SOON)
                .until(
                        () ->
                                newsroom.consents(newsroom.lead(), story)
                                        .json()
                                        .at("/consents/1/standing")
                                        .asString()
                                        .equals("OTHER_TEXT"));
    }

    @ParameterizedTest
    @CsvSource({"withdrawn", "expired"})
    void who_is_not_to_be_shown_any_more_is_seen_by_nobody_before_it_is_public_either(String how) {
        var photograph = now.office().ask();
        var newsroom = now.newsroom();
        var paper = newsroom.pictured(person(), photograph);
        var picture = path(paper) + "/pictures/" + newsroom.picture(paper);
        await().atMost(SOON).until(() -> look(picture).statusCode() == 200);

        if (how.equals("withdrawn")) {
            now.office().forbidToShow(photograph);
        } else {
            now.office().letShow(photograph, newsroom.pictureHash(paper), LocalDate.of(2020, 1, 1));
        }

        await().atMost(SOON).until(() -> look(picture).statusCode() == 404);
        await().atMost(SOON)
                .until(() -> stored(paper).getFirst().toJson().contains("picture.destroyed"));
        assertThat(stored(paper).getFirst().toJson()).doesNotContain("prints");
        var again =
                newsroom.editor()
                        .put(
                                path(paper),
                                paper.version(),
                                json(
                                        illustrated(
                                                newsroom.send(paper, Photographs.jpeg(400, 400))
                                                        .id(),
                                                1,
                                                List.of(photograph),
                                                UUID.randomUUID())));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().at("/violations/0/pointer").asString())
                .isEqualTo("/pictures/0/shown");
    }

    @Test
    void so_many_pictures_are_kept_for_a_story_that_a_retraction_can_take_them_all() {
        var newsroom = now.newsroom();
        var paper = newsroom.draft(UUID.randomUUID());
        for (int i = 0; i < 10; i++) {
            assertThat(newsroom.send(paper, Photographs.png(200, 200)).status()).isEqualTo(201);
        }

        var oneMore = newsroom.send(paper, Photographs.png(200, 200));

        assertThat(oneMore.status()).isEqualTo(409);
        assertThat(oneMore.problem()).isEqualTo("album-full");
        assertThat(newsroom.send(paper, new byte[1]).status())
                .as("it is not even developed")
                .isEqualTo(409);
        assertThat(stored(paper)).hasSize(10);
        var unused = path(paper) + "/pictures/" + stored(paper).getFirst().get("_id");
        assertThat(newsroom.editor().post(unused + "/removal", null, "").status()).isEqualTo(200);
        assertThat(newsroom.send(paper, Photographs.png(200, 200)).status()).isEqualTo(201);
    }

    @Test
    void an_author_removes_from_a_draft_a_picture_that_it_does_not_show() {
        var newsroom = now.newsroom();
        var photograph = now.office().ask();
        var paper = newsroom.pictured(person(), photograph);
        var shown = path(paper) + "/pictures/" + newsroom.picture(paper);
        var unused = newsroom.send(paper, Photographs.jpeg(400, 400)).header("Location");

        assertThat(newsroom.editor().post(shown + "/removal", null, "").problem())
                .isEqualTo("picture-shown");
        var removed = newsroom.editor().post(unused + "/removal", null, "");

        assertThat(removed.status()).as(removed.body()).isEqualTo(200);
        assertThat(look(unused).statusCode()).isEqualTo(404);
        assertThat(newsroom.editor().post(unused + "/removal", null, "").status()).isEqualTo(404);
        assertThat(stored(paper).getLast().toJson())
                .contains("picture.destroyed")
                .doesNotContain("prints");
        await().atMost(SOON).until(() -> look(shown).statusCode() == 200);
        newsroom.submitted(paper);
        var late = newsroom.editor().post(shown + "/removal", null, "");
        assertThat(late.json().get("state").asString()).isEqualTo("IN_REVIEW");
    }

    @Test
    void who_was_put_beside_a_picture_by_mistake_takes_nothing_away_with_her_consent() {
        var newsroom = now.newsroom();
        var mistaken = now.office().ask();
        var right = now.office().ask();
        var person = person();
        var before = newsroom.pictured(person, mistaken);
        var picture = newsroom.picture(before);
        var content = illustrated(UUID.fromString(picture), 1, List.of(right), person);
        assertThat(newsroom.editor().put(path(before), before.version(), json(content)).status())
                .isEqualTo(200);
        var paper =
                newsroom.approved(newsroom.submitted(new Paper(before.id(), before.version() + 1)));
        now.office().give(person, newsroom.textHash(paper));
        now.office().letShow(right, newsroom.pictureHash(paper), null);
        now.publishedWhenHeard(paper);

        now.office().forbidToShow(mistaken);

        await().atMost(SOON).until(() -> isHeard(mistaken, "WITHDRAWN"));
        assertThat(stored(paper).getFirst().toJson()).contains("picture.kept");
        var file = newsroom.page(paper) + "/pictures/" + picture + "/960";
        assertThat(now.reader().file(file).statusCode()).isEqualTo(200);
    }

    @Test
    void one_consent_is_for_one_picture() {
        var newsroom = now.newsroom();
        var photograph = now.office().ask();
        newsroom.pictured(person(), photograph);
        var other = newsroom.draft(UUID.randomUUID());
        var picture = newsroom.send(other, Photographs.jpeg(400, 400)).id();

        var again =
                newsroom.editor()
                        .put(
                                path(other),
                                1L,
                                json(
                                        illustrated(
                                                picture,
                                                1,
                                                List.of(photograph),
                                                UUID.randomUUID())));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().at("/violations/0/pointer").asString())
                .isEqualTo("/pictures/0/shown");
    }

    @Test
    void a_story_of_whose_pictures_one_is_gone_is_not_published() {
        var newsroom = now.newsroom();
        var person = person();
        var photograph = now.office().ask();
        var paper = newsroom.approved(newsroom.submitted(newsroom.pictured(person, photograph)));
        now.office().give(person, newsroom.textHash(paper));
        now.office().letShow(photograph, newsroom.pictureHash(paper), null);
        await().atMost(SOON).until(() -> now.isAgreedTo(paper));
        mongo.getCollection("pictures")
                .updateOne(
                        Filters.eq("state.story", paper.id()),
                        Updates.combine(
                                Updates.set("state._class", "picture.destroyed"),
                                Updates.unset("state.prints"),
                                Updates.unset("state.salt"),
                                Updates.unset("state.hash")));

        var refused = now.publication(paper);

        assertThat(refused.problem()).isEqualTo("story-incomplete");
        assertThat(refused.json().at("/missing/0").asString()).isEqualTo("pictures/0");
    }

    @Test
    void what_was_sent_is_nowhere_but_sealed_and_without_its_metadata() {
        var newsroom = now.newsroom();
        var paper = newsroom.draft(UUID.randomUUID());
        var sent = Photographs.withMetadata(Photographs.jpeg(1000, 500), 6);

        var added = newsroom.send(paper, sent);
        var seen =
                newsroom.protection().file(added.header("Location"), PURPOSE, "disclosure-review");

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(Photographs.segments(seen.body())).doesNotContain(0xE1, 0xED, 0xFE);
        assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Photographs.SECRETS);
        assertThat(stored(paper).getFirst().toJson()).doesNotContain("/9j/4AAQSkZJRg");
        assertThat(
                        mongo.getCollection("access")
                                .countDocuments(Filters.all("records", added.id(), paper.id())))
                .isEqualTo(1);
    }

    @Test
    void before_it_is_published_a_picture_is_for_its_author_and_the_reviewers_only() {
        var newsroom = now.newsroom();
        var paper = newsroom.draft(UUID.randomUUID());
        var added = newsroom.send(paper, Photographs.png(400, 400));
        var picture = added.header("Location");
        var other = Web.as(now.port(), "another-editor", "story-editor");

        assertThat(newsroom.editor().file(picture, PURPOSE, "story-editing").statusCode())
                .isEqualTo(200);
        assertThat(newsroom.editor().get(picture).problem()).isEqualTo("purpose-required");
        assertThat(other.post(path(paper) + "/pictures", null, "{\"content\":\"?\"}").status())
                .isEqualTo(404);
        var page = publicNews();
        assertThat(now.reader().get(page + "/pictures/" + added.id() + "/400").status())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_picture_or_comes_when_the_story_is_no_draft_is_refused() {
        var newsroom = now.newsroom();
        var paper = newsroom.draft(UUID.randomUUID());

        var text = newsroom.send(paper, "no picture".getBytes(StandardCharsets.UTF_8));
        var garbage =
                newsroom.editor().post(path(paper) + "/pictures", null, "{\"content\":\"?\"}");
        newsroom.submitted(paper);
        var late = newsroom.send(paper, Photographs.jpeg(400, 400));

        assertThat(text.status()).isEqualTo(400);
        assertThat(text.json().at("/violations/0/pointer").asString()).isEqualTo("/content");
        assertThat(garbage.json().at("/violations/0/pointer").asString()).isEqualTo("/content");
        var lateAndNone = newsroom.send(paper, "no picture".getBytes(StandardCharsets.UTF_8));
        assertThat(lateAndNone.status()).as("it is not even developed").isEqualTo(409);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(stored(paper)).isEmpty();
    }

    @Test
    void what_was_sent_before_is_answered_as_before_whatever_became_of_the_draft() {
        var newsroom = now.newsroom();
        var paper = newsroom.draft(UUID.randomUUID());
        var key = UUID.randomUUID().toString();
        var body = content(Photographs.jpeg(400, 400));
        var first = newsroom.editor().repeat(key, path(paper) + "/pictures", body);
        newsroom.submitted(paper);

        var again = newsroom.editor().repeat(key, path(paper) + "/pictures", body);
        var other = newsroom.editor().repeat(key, path(paper) + "/pictures", content(new byte[1]));

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(stored(paper)).hasSize(1);
    }

    @Test
    void a_story_shows_only_what_was_sent_in_for_it() {
        var newsroom = now.newsroom();
        var paper = newsroom.draft(UUID.randomUUID());
        var foreign =
                newsroom.send(newsroom.draft(UUID.randomUUID()), Photographs.jpeg(400, 400)).id();

        for (UUID picture : List.of(foreign, UUID.randomUUID())) {
            var answer =
                    newsroom.editor()
                            .put(
                                    path(paper),
                                    1L,
                                    json(illustrated(picture, 0, List.of(), UUID.randomUUID())));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/violations/0/pointer").asString())
                    .isEqualTo("/pictures/0/id");
        }
    }

    @Test
    void a_face_without_a_consent_keeps_the_draft_back_and_a_consent_to_words_shows_nobody() {
        var newsroom = now.newsroom();
        var person = UUID.randomUUID();
        var paper = newsroom.draft(person);
        var picture = newsroom.send(paper, Photographs.jpeg(400, 400)).id();

        var both =
                newsroom.editor()
                        .put(
                                path(paper),
                                1L,
                                json(illustrated(picture, 1, List.of(person), person)));
        var revised =
                newsroom.editor()
                        .put(path(paper), 1L, json(illustrated(picture, 2, List.of(), person)));
        var submitted = newsroom.editor().post(path(paper) + "/submission", 2L, "");

        assertThat(both.json().at("/violations/0/pointer").asString())
                .isEqualTo("/pictures/0/shown");
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
        assertThat(submitted.problem()).isEqualTo("story-incomplete");
        assertThat(submitted.json().at("/missing/0").asString()).isEqualTo("pictures/0/shown");
    }

    private static void assertMissing(Answer refused, UUID consent, String standing) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("consent-missing");
        assertThat(refused.json().at("/consents/0/consent").asString())
                .isEqualTo(consent.toString());
        assertThat(refused.json().at("/consents/0/standing").asString()).isEqualTo(standing);
    }

    private static String content(byte[] picture) {
        return json(Map.of("content", Base64.getEncoder().encodeToString(picture)));
    }

    private boolean isHeard(UUID consent, String state) {
        return mongo.getCollection("consents")
                        .countDocuments(
                                Filters.and(Filters.eq("_id", consent), Filters.eq("state", state)))
                == 1;
    }

    private String publicNews() {
        var paper = now.newsroom().finished("NEWS", "Without a picture", Map.of());
        assertThat(now.newsroom().publish(paper).status()).isEqualTo(200);
        return now.newsroom().page(paper);
    }

    private UUID person() {
        return now.office().ask();
    }

    private HttpResponse<byte[]> look(String picture) {
        return now.newsroom().editor().file(picture, PURPOSE, "story-editing");
    }

    private HttpResponse<byte[]> look(Web who, Situation.Shown shown) {
        var id = shown.picture().split("/", -1)[4];
        return who.file(path(shown.story()) + "/pictures/" + id, PURPOSE, "content-review");
    }

    private List<Document> stored(Paper story) {
        return mongo.getCollection("pictures")
                .find(Filters.eq("state.story", story.id()))
                .into(new ArrayList<>());
    }
}

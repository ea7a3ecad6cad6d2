package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Newsroom.json;
import static org.homeward.story.service.Newsroom.path;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an author may not send; nothing of it is kept. */
@ServiceTest
class BadBodyTest {

    private static final String STORIES = "/api/v1/stories";

    private final Newsroom newsroom;

    BadBodyTest(@LocalServerPort int port) {
        this.newsroom = new Newsroom(port);
    }

    @ParameterizedTest
    @CsvSource({
        "programme, reint 26, /content/programme",
        "region, TJ-XX, /content/region",
        "sector, TAILOR, /content/sector",
        "surprise, x, /content/surprise",
    })
    void a_bad_field_is_named_and_nothing_is_kept(String field, String value, String pointer) {
        var content = new HashMap<>(content("Bad"));
        content.put(field, value);
        var id = UUID.randomUUID();
        var answer =
                newsroom.editor()
                        .post(
                                STORIES,
                                null,
                                json(Map.of("id", id, "kind", "NEWS", "content", content)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/pointer").asString()).isEqualTo(pointer);
        assertThat(newsroom.consents(newsroom.lead(), new Paper(id, 1)).status()).isEqualTo(404);
    }

    @Test
    void one_consent_is_one_persons() {
        var consent = UUID.randomUUID();
        var answer =
                newsroom.editor()
                        .post(STORIES, null, body("STORY", content("Twice", consent, consent)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/pointer").asString())
                .isEqualTo("/persons/1/consent");
    }

    @Test
    void a_story_longer_than_a_page_is_refused() {
        var answer = newsroom.editor().post(STORIES, null, body("NEWS", content("x".repeat(151))));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void only_a_picture_may_be_as_large_as_a_picture() {
        var draft = path(newsroom.draft(UUID.randomUUID()));
        var large = "x".repeat(400 * 1024);

        assertThat(newsroom.editor().post(draft + "/pictures", null, large).status())
                .isEqualTo(400);
        assertThat(newsroom.editor().post(draft + "/pictures", null, large.repeat(15)).status())
                .isEqualTo(413);
        assertThat(newsroom.editor().post(STORIES, null, large).status()).isEqualTo(413);
        assertThat(newsroom.editor().put(draft, 1L, large).status()).isEqualTo(413);
        assertThat(newsroom.lead().post(draft + "/retraction", 1L, "x".repeat(70_000)).status())
                .isEqualTo(413);
    }

    @Test
    void a_client_made_id_is_taken_once() {
        var body =
                json(
                        Map.of(
                                "id",
                                UUID.randomUUID(),
                                "kind",
                                "NEWS",
                                "content",
                                content("Made off line")));

        assertThat(newsroom.editor().post(STORIES, null, body).status()).isEqualTo(201);
        assertThat(newsroom.editor().post(STORIES, null, body).problem())
                .isEqualTo("already-exists");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0193b5c7-8d1e-7a42-9f3b-2c6d8e0f1a24", // version 7, tells when
                "6fa459ea-ee8a-11f0-9c3a-0242ac120002", // version 1, tells when and where
                "6fa459ea-ee8a-3ca4-894e-db77e160355e", // version 3, tells of what it was made
                "6fa459ea-ee8a-4ca4-c94e-db77e160355e", // version 4 of another scheme
                "00000000-0000-0000-0000-000000000000"
            })
    void a_client_made_id_is_random(String id) {
        var body = json(Map.of("id", id, "kind", "NEWS", "content", content("Made off line")));

        var answer = newsroom.editor().post(STORIES, null, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/pointer").asString()).isEqualTo("/id");
        var nothing = new Paper(UUID.fromString(id), 1);
        assertThat(newsroom.consents(newsroom.lead(), nothing).status()).isEqualTo(404);
    }

    @Test
    void words_of_a_story_name_whom_they_tell_of() {
        var answer = newsroom.editor().post(STORIES, null, body("STORY", content("Of nobody")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/pointer").asString()).isEqualTo("/persons");
    }

    @Test
    void an_incomplete_draft_is_told_what_is_missing() {
        var nothing =
                Map.<String, Object>of(
                        "programme", "REINT-26", "persons", List.of(), "versions", Map.of());
        var answer = newsroom.editor().post(STORIES, null, body("STORY", nothing));
        var submitted =
                newsroom.editor().post(path(new Paper(answer.id(), 1)) + "/submission", 1L, "");

        assertThat(submitted.problem()).isEqualTo("story-incomplete");
        assertThat(submitted.json().at("/missing/0").asString()).isEqualTo("versions");
        assertThat(submitted.json().at("/missing/1").asString()).isEqualTo("persons");
    }
}

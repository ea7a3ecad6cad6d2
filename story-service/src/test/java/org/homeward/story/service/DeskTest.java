package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.story.service.Newsroom.APPROVE;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Newsroom.json;
import static org.homeward.story.service.Newsroom.path;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what at the desk, and what is refused there. */
@ServiceTest
class DeskTest {

    private static final String STORIES = "/api/v1/stories";

    @LocalServerPort private int port;

    private Newsroom newsroom = new Newsroom(0);

    @BeforeEach
    void people() {
        newsroom = new Newsroom(port);
    }

    @Test
    void an_author_with_every_role_reviews_nothing_of_her_own() {
        var everything =
                Web.as(
                        port,
                        "jack-of-all-trades",
                        "story-editor",
                        "protection-officer",
                        "communications-lead",
                        "administrator");
        var draft = everything.post(STORIES, null, body("NEWS", content("Her own story")));
        var paper = new Paper(draft.id(), 1);
        everything.post(path(paper) + "/submission", 1L, "");

        assertThat(everything.post(path(paper) + "/disclosure-review", 2L, APPROVE).problem())
                .isEqualTo("author-may-not-review");
        assertThat(everything.post(path(paper) + "/content-review", 2L, APPROVE).problem())
                .isEqualTo("author-may-not-review");
    }

    @Test
    void one_person_with_two_roles_gives_one_review() {
        var paper = newsroom.submitted(newsroom.news("Two reviews"));
        var both = Web.as(port, "both", "protection-officer", "communications-lead");

        var first = both.post(path(paper) + "/disclosure-review", paper.version(), APPROVE);
        var second = both.post(path(paper) + "/content-review", paper.version() + 1, APPROVE);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.problem()).isEqualTo("same-reviewer");
    }

    @Test
    void a_review_sends_it_back_with_a_reason_that_its_author_reads() {
        var paper = newsroom.submitted(newsroom.news("Sent back"));
        var returned =
                newsroom.protection()
                        .post(
                                path(paper) + "/disclosure-review",
                                paper.version(),
                                "{\"verdict\":\"RETURN\",\"reason\":\"names the village\"}");
        assertThat(returned.status()).as(returned.body()).isEqualTo(200);

        var view = newsroom.editor().get(path(paper), "Homeward-Purpose", "story-editing").json();

        assertThat(view.get("state").asString()).isEqualTo("DRAFT");
        assertThat(view.at("/returned/reason").asString()).isEqualTo("names the village");
    }

    @Test
    void nothing_is_sent_back_without_a_reason() {
        var paper = newsroom.submitted(newsroom.news("Without a reason"));
        var answer =
                newsroom.lead()
                        .post(
                                path(paper) + "/content-review",
                                paper.version(),
                                "{\"verdict\":\"RETURN\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/pointer").asString()).isEqualTo("/reason");
    }

    @Test
    void an_approved_story_that_is_edited_is_a_draft_again_and_loses_its_hash() {
        var paper = newsroom.finished(UUID.randomUUID());
        var hash = newsroom.textHash(paper);
        var edited =
                newsroom.editor().put(path(paper), paper.version(), json(content("Another title")));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);

        assertThat(newsroom.state(paper)).isEqualTo("DRAFT");
        var present = newsroom.editor().get(path(paper) + "/consents").json();
        assertThat(present.get("textHash").asString()).isNotEqualTo(hash);
    }

    @Test
    void another_authors_draft_looks_as_if_there_were_none() {
        var paper = newsroom.draft(UUID.randomUUID());
        var other = Web.as(port, "another-editor", "story-editor");
        var unknown = new Paper(UUID.randomUUID(), 1);

        var hers = other.get(path(paper), "Homeward-Purpose", "story-editing");
        var nobodys = other.get(path(unknown), "Homeward-Purpose", "story-editing");

        assertThat(hers.status()).isEqualTo(404);
        assertThat(hers.body()).isEqualTo(nobodys.body());
        assertThat(other.put(path(paper), 1L, json(content("Mine now"))).status()).isEqualTo(404);
        assertThat(other.post(path(paper) + "/submission", null, "").status()).isEqualTo(404);
        assertThat(other.get(STORIES).body()).doesNotContain(paper.id().toString());
    }

    @Test
    void a_list_is_paged_and_tells_nothing_of_what_the_stories_tell() {
        var author = Web.as(port, "author-of-three", "story-editor");
        for (int i = 0; i < 3; i++) {
            author.post(STORIES, null, body("NEWS", content("A title that is not listed")));
        }

        var first = author.get(STORIES + "?limit=2");
        var next = first.json().get("next").asString();
        var second = author.get(STORIES + "?limit=2&cursor=" + next);

        assertThat(first.json().get("items").size()).isEqualTo(2);
        assertThat(second.json().get("items").size()).isEqualTo(1);
        assertThat(first.body() + second.body()).doesNotContain("A title");
    }

    @Test
    void a_read_needs_a_purpose() {
        var paper = newsroom.draft(UUID.randomUUID());

        assertThat(newsroom.editor().get(path(paper)).problem()).isEqualTo("purpose-required");
    }

    @Test
    void every_change_names_the_version_it_has_seen() {
        var paper = newsroom.draft(UUID.randomUUID());
        var revision = json(content("Revised"));

        assertThat(newsroom.editor().put(path(paper), null, revision).status()).isEqualTo(428);
        assertThat(newsroom.editor().put(path(paper), 7L, revision).status()).isEqualTo(412);
        assertThat(newsroom.editor().put(path(paper), 1L, revision).status()).isEqualTo(200);
    }

    @Test
    void a_command_in_the_wrong_state_is_told_the_state() {
        var paper = newsroom.draft(UUID.randomUUID());
        var answer = newsroom.lead().post(path(paper) + "/publication", 1L, "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("state").asString()).isEqualTo("DRAFT");
    }

    @Test
    void an_incomplete_draft_is_told_what_is_missing() {
        var answer = newsroom.editor().post(STORIES, null, body("STORY", content("Of nobody")));
        var submitted =
                newsroom.editor().post(path(new Paper(answer.id(), 1)) + "/submission", 1L, "");

        assertThat(submitted.problem()).isEqualTo("story-incomplete");
        assertThat(submitted.json().at("/missing/0").asString()).isEqualTo("persons");
    }

    @ParameterizedTest
    @CsvSource({
        "story-editor, disclosure-review",
        "story-editor, content-review",
        "story-editor, publication",
        "story-editor, retraction",
        "story-editor, disclosure-test",
        "communications-lead, disclosure-review",
        "communications-lead, disclosure-test",
        "communications-lead, submission",
        "protection-officer, content-review",
        "protection-officer, publication",
        "administrator, content-review",
        "administrator, publication",
        "case-worker, publication"
    })
    void a_role_does_only_what_is_its_own(String role, String command) {
        var somebody = Web.as(port, "somebody", role);

        assertThat(
                        somebody.post(STORIES + "/" + UUID.randomUUID() + "/" + command, 1L, "{}")
                                .status())
                .isEqualTo(403);
    }

    @Test
    void without_a_token_there_is_no_desk() {
        assertThat(Web.reader(port).get(STORIES).status()).isEqualTo(401);
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
        assertThat(newsroom.lead().get(STORIES + "/" + id + "/consents").status()).isEqualTo(404);
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
        assertThat(newsroom.editor().post(STORIES, null, "x".repeat(500_000)).status())
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
}

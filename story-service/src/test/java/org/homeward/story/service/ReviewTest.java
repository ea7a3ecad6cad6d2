package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.story.service.Newsroom.APPROVE;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Newsroom.json;
import static org.homeward.story.service.Newsroom.path;

import java.util.UUID;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two reviews of every story, and neither by its author nor both by one person. */
@ServiceTest
class ReviewTest {

    private static final String STORIES = "/api/v1/stories";

    private final int port;
    private final Newsroom newsroom;

    ReviewTest(@LocalServerPort int port) {
        this.port = port;
        this.newsroom = new Newsroom(port);
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
}

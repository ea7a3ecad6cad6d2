package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Newsroom.json;
import static org.homeward.story.service.Newsroom.path;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the two reviews of a story come to. */
@ServiceTest
class ReviewTest {

    private final Newsroom newsroom;

    ReviewTest(@LocalServerPort int port) {
        this.newsroom = new Newsroom(port);
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
                newsroom.editor()
                        .put(
                                path(paper),
                                paper.version(),
                                json(content("Another title", UUID.randomUUID())));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);

        assertThat(newsroom.state(paper)).isEqualTo("DRAFT");
        var present = newsroom.consents(newsroom.editor(), paper).json();
        assertThat(present.get("textHash").asString()).isNotEqualTo(hash);
    }
}

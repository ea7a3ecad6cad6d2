package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Newsroom.json;
import static org.homeward.story.service.Newsroom.path;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees and does what at the desk. */
@ServiceTest
class DeskTest {

    private static final String STORIES = "/api/v1/stories";

    private final int port;
    private final Newsroom newsroom;

    DeskTest(@LocalServerPort int port) {
        this.port = port;
        this.newsroom = new Newsroom(port);
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
        var revision = json(content("Revised", UUID.randomUUID()));

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
}

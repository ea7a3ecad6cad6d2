package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Waiting.mail;
import static org.homeward.notification.service.Waiting.newest;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TemplatePreviewTest {

    private static final String TEMPLATES = "/api/v1/templates";

    private final Colleague administrator = Colleague.in("administrator");

    @Test
    void a_preview_shows_the_mail_with_made_up_facts() {
        var answer = administrator.get(TEMPLATES + "/STAFF/GRANT_APPROVED/ru/preview");

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.json().path("subject").asString()).contains("SAMPLE-26");
        assertThat(answer.json().path("body").asString())
                .contains("00000000-0000-4000-8000-000000000002")
                .doesNotContain("{");
    }

    @Test
    void what_there_is_none_of_is_not_found() {
        for (var path : new String[] {"/STAFF/GRANT_APPROVED/uz", "/STAFF/NOTHING/tg"}) {
            assertThat(administrator.get(TEMPLATES + path + "/preview").status()).isEqualTo(404);
        }
        assertThat(
                        administrator
                                .get(TEMPLATES + "/BENEFICIARY/STORY_PUBLISHED/tg/preview")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void the_version_of_a_text_is_that_of_the_mails_made_by_it() {
        var editor = Colleague.in("story-editor").subscribed("tg", "STORY_PUBLISHED");
        mail(editor, Cases.published());

        var sent = newest(editor, "DELIVERED").path("template").asString();

        assertThat(version("STORY_PUBLISHED", "tg")).isEqualTo(sent);
        assertThat(version("STORY_PUBLISHED", "ru")).isNotEqualTo(sent);
        assertThat(
                        administrator
                                .get(TEMPLATES + "/STAFF/STORY_PUBLISHED/tg/preview")
                                .json()
                                .path("version")
                                .asString())
                .isEqualTo(sent);
    }

    private String version(String name, String language) {
        return StreamSupport.stream(
                        administrator.get(TEMPLATES).json().path("items").spliterator(), false)
                .filter(one -> one.path("audience").asString().equals("STAFF"))
                .filter(one -> one.path("name").asString().equals(name))
                .filter(one -> one.path("language").asString().equals(language))
                .map((JsonNode one) -> one.path("version").asString())
                .findAny()
                .orElseThrow();
    }
}

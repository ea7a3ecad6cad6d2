package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Colleague.DELIVERIES;
import static org.homeward.notification.service.Waiting.mail;
import static org.homeward.notification.service.Waiting.newest;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveryListTest {

    private final Colleague administrator = Colleague.in("administrator");
    private final Colleague editor =
            Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");

    @Test
    void an_administrator_pages_through_all_newest_first_and_sees_no_one() {
        for (int i = 0; i < 3; i++) {
            mail(editor, Cases.published());
        }
        newest(editor, "DELIVERED");
        var hers = editor.deliveries().stream().map(DeliveryListTest::id).toList();

        var all = new ArrayList<String>();
        var bodies = new StringBuilder();
        var next = "";
        do {
            var page = administrator.get(DELIVERIES + "?limit=2" + next);
            assertThat(page.status()).as("%s", page).isEqualTo(200);
            page.json().path("items").forEach(delivery -> all.add(id(delivery)));
            bodies.append(page.body());
            var cursor = page.json().path("next");
            next =
                    cursor.isNull() || cursor.isMissingNode()
                            ? null
                            : "&cursor=" + cursor.asString();
        } while (next != null);

        assertThat(all).doesNotHaveDuplicates().containsSubsequence(hers);
        assertThat(bodies).doesNotContain("@", editor.address(), "subscription", "beneficiary\"");
    }

    @Test
    void a_list_can_be_of_one_state() {
        mail(editor, Cases.published());
        newest(editor, "DELIVERED");

        var delivered = administrator.get(DELIVERIES + "?state=DELIVERED").json().path("items");
        var failed = editor.get(DELIVERIES + "/mine?state=FAILED").json().path("items");

        assertThat(delivered)
                .isNotEmpty()
                .allMatch(d -> d.path("state").asString().equals("DELIVERED"));
        assertThat(failed).isEmpty();
    }

    @Test
    void everybody_sees_only_messages_to_herself() {
        mail(editor, Cases.published());

        assertThat(Colleague.in("story-editor").deliveries()).isEmpty();
    }

    @Test
    void only_an_administrator_sees_all() {
        assertThat(editor.get(DELIVERIES).status()).isEqualTo(403);
    }

    @Test
    void what_is_asked_wrongly_is_refused_by_name() {
        for (var wrong : List.of("?state=LOST", "?limit=0", "?cursor=abc")) {
            var answer = administrator.get(DELIVERIES + wrong);

            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.problem()).as("%s", answer).isNotEmpty();
        }
    }

    @Test
    void a_cursor_of_one_list_is_none_of_another() {
        mail(editor, Cases.published());
        mail(editor, Cases.published());
        var cursor = editor.get(DELIVERIES + "/mine?limit=1").json().path("next").asString();

        assertThat(editor.get(DELIVERIES + "/mine?cursor=" + cursor).status()).isEqualTo(200);
        assertThat(administrator.get(DELIVERIES + "?cursor=" + cursor).status()).isEqualTo(400);
    }

    private static String id(JsonNode delivery) {
        return delivery.path("id").asString();
    }
}

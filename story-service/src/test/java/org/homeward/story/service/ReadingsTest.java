package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Newsroom.path;
import static org.homeward.story.service.Situation.SOON;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.contracts.consent.ConsentPurpose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who read what was written of a person for stories, told to her by her consents. */
@ServiceTest
class ReadingsTest {

    private static final String PURPOSE = "Homeward-Purpose";

    private final Situation now;
    private final Web protector;

    ReadingsTest(@LocalServerPort int port) {
        this.now = new Situation(port);
        this.protector = Web.as(port, "protector", "data-protection-officer");
    }

    @Test
    void every_read_is_told_to_whomever_it_showed_and_not_which_of_the_staff_it_was() {
        Neighbours.beneficiaryAnswers(200, "{\"hits\":[]}");
        var person = now.office().ask();
        var photograph = now.office().ask();
        var paper = now.newsroom().pictured(person, photograph);
        var picture = path(paper) + "/pictures/" + now.newsroom().picture(paper);
        var lead = Web.as(now.port(), "curious-1", "communications-lead");

        now.newsroom().editor().get(path(paper), PURPOSE, "story-editing");
        await().atMost(SOON)
                .until(() -> lead.file(picture, PURPOSE, "content-review").statusCode() == 200);
        var tested =
                Web.as(now.port(), "curious-2", "protection-officer")
                        .ask(path(paper) + "/disclosure-test", PURPOSE, "disclosure-review");
        assertThat(tested.status()).as(tested.body()).isEqualTo(200);
        lead.get("/api/v1/stories");

        var answer = protector.get(readings(photograph) + "?limit=3", PURPOSE, "data-protection");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var told = answer.json().path("items");
        assertThat(told.findValuesAsString("purpose"))
                .containsExactly("disclosure-review", "content-review", "story-editing");
        assertThat(told.findValuesAsString("organisation")).containsOnly("mission");
        assertThat(told.path(1).path("roles").toString()).isEqualTo("[\"communications-lead\"]");
        assertThat(answer.body())
                .doesNotContain("curious", paper.id().toString(), person.toString());
        assertThat(all(person))
                .extracting(one -> one.path("purpose").asString())
                .as("whoever looks at a picture sees nobody else")
                .containsExactly("disclosure-review", "story-editing", "content-review");
    }

    @Test
    void who_asks_who_agrees_and_who_has_said_no_says_why_and_each_of_them_is_told() {
        var person = now.office().ask();
        var photograph = now.office().ask();
        var paper = now.newsroom().pictured(person, photograph);
        now.office().refuse(person);
        await().atMost(SOON).until(() -> now.standing(paper).equals("REFUSED"));
        var curious = Web.as(now.port(), "curious", "protection-officer");
        var consents = path(paper) + "/consents";

        for (var unsaid :
                List.of(curious.get(consents), curious.get(consents, PURPOSE, "research"))) {
            assertThat(unsaid.problem()).isEqualTo("purpose-required");
            assertThat(unsaid.body()).doesNotContain("REFUSED", person.toString());
        }
        assertThat(rolesToldOf(person)).doesNotContain("protection-officer");

        var shown = curious.get(consents, PURPOSE, "disclosure-review");
        assertThat(shown.body()).contains("REFUSED");
        assertThat(rolesToldOf(person)).contains("protection-officer");
        assertThat(rolesToldOf(photograph)).contains("protection-officer");
    }

    @Test
    void they_are_paged_by_a_cursor_that_fits_nobody_else_and_that_they_were_asked_for_is_told() {
        var person = now.office().ask();
        var paper = now.newsroom().draft(person);
        for (int read = 0; read < 3; read++) {
            now.newsroom().editor().get(path(paper), PURPOSE, "story-editing");
        }

        assertThat(all(person)).hasSize(3);

        var first = protector.get(readings(person) + "?limit=1", PURPOSE, "data-protection");
        assertThat(first.json().at("/items/0/purpose").asString()).isEqualTo("data-protection");
        var other = now.office().ask();
        now.newsroom().draft(other);
        var elsewhere =
                protector.get(
                        readings(other) + "?limit=1&cursor=" + first.json().path("next").asString(),
                        PURPOSE,
                        "data-protection");
        assertThat(elsewhere.problem()).isEqualTo("invalid-cursor");
    }

    @Test
    void who_was_erased_is_told_as_well() {
        var person = now.office().ask();
        var paper = now.newsroom().draft(person);
        now.newsroom().editor().get(path(paper), PURPOSE, "story-editing");
        var order = UUID.randomUUID();

        now.office()
                .tell(
                        person,
                        new ConsentErased(person, ConsentPurpose.STORY_PUBLICATION, order, null));

        StoryTopic.until(order, "homeward.story.erasure-confirmed.v1");
        now.newsroom().editor().get(path(paper), PURPOSE, "story-editing");
        assertThat(all(person))
                .extracting(one -> one.path("purpose").asString())
                .as("it shows nobody since")
                .containsExactly("story-editing");
    }

    @Test
    void they_are_asked_for_by_their_purpose_and_for_no_consent_by_which_nothing_was_written() {
        var person = now.office().ask();
        now.newsroom().draft(person);

        assertThat(protector.get(readings(person)).problem()).isEqualTo("purpose-required");
        var unknown = protector.get(readings(now.office().ask()), PURPOSE, "data-protection");
        assertThat(unknown.status()).isEqualTo(404);
    }

    private static String readings(UUID consent) {
        return "/api/v1/consents/" + consent + "/readings";
    }

    /** Of who has read what names her. */
    private List<String> rolesToldOf(UUID consent) {
        return all(consent).stream().map(one -> one.path("roles").path(0).asString()).toList();
    }

    /** One to a page, as they were when the first was asked for. */
    private List<JsonNode> all(UUID consent) {
        var found = new ArrayList<JsonNode>();
        var next = "";
        do {
            var answer =
                    protector.get(
                            readings(consent) + "?limit=1" + next, PURPOSE, "data-protection");
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json().path("items").forEach(found::add);
            var cursor = answer.json().path("next");
            next = cursor.isString() ? "&cursor=" + cursor.asString() : "";
        } while (!next.isEmpty());
        return found;
    }
}

package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.beneficiary.service.Selections.SCORECARDS;
import static org.homeward.beneficiary.service.Selections.administrator;
import static org.homeward.beneficiary.service.Selections.manager;
import static org.homeward.beneficiary.service.Selections.monitor;
import static org.homeward.beneficiary.service.Selections.otherManager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A scorecard over its API; the rules of approval in full are tested without a service. */
class ScorecardTest {

    @Test
    void a_card_is_written_by_one_and_put_into_use_by_two_others() {
        var card = Selections.card(Selections.code());
        var written = administrator().post(SCORECARDS, card);
        var path = written.location();
        Selections.made(written);

        Selections.ok(manager().ifMatch(1).post(path + "/approval", null));
        assertThat(otherManager().ifMatch(2).post(path + "/approval", null).problem())
                .isEqualTo("another-approver");
        Selections.ok(monitor().ifMatch(2).post(path + "/approval", null));

        var read = Staff.worker().get(path).json();
        assertThat(read.path("state").asString()).isEqualTo("APPROVED");
        assertThat(read.path("card")).isEqualTo(Staff.JSON.valueToTree(card));
    }

    @Test
    void an_edition_is_written_once_and_what_changes_is_a_new_one() {
        var card = Selections.card(Selections.code());
        Selections.made(manager().post(SCORECARDS, card));
        var changed = new HashMap<>(card);
        changed.put("eligibleFrom", 1);

        assertThat(monitor().post(SCORECARDS, changed).problem()).isEqualTo("already-exists");
        changed.put("edition", 2);
        Selections.made(monitor().post(SCORECARDS, changed));
    }

    @Test
    void a_card_speaks_ten_languages_at_most() {
        var texts = new HashMap<String, String>();
        for (var language : List.of("tg", "ru", "en", "uz", "ky", "fa", "ps", "de", "fr", "tr")) {
            texts.put(language, "…");
        }
        var path = "/questions/0/";
        Selections.made(manager().post(SCORECARDS, saying(texts, Map.of("en", "NONE"))));
        Selections.made(manager().post(SCORECARDS, saying(Map.of("en", "MONEY"), texts)));
        texts.put("it", "…");

        assertThat(manager().post(SCORECARDS, saying(texts, Map.of("en", "NONE"))).pointer())
                .isEqualTo(path + "text");
        assertThat(manager().post(SCORECARDS, saying(Map.of("en", "MONEY"), texts)).pointer())
                .isEqualTo(path + "options/0/text");
    }

    /** A new card of one question, asked and first answered in these words. */
    private static Map<String, Object> saying(
            Map<String, String> question, Map<String, String> answer) {
        var card = new HashMap<>(Selections.card(Selections.code()));
        card.put("criteria", List.of());
        card.put(
                "questions",
                List.of(
                        Map.of(
                                "code",
                                "MONEY",
                                "dimension",
                                "ECONOMIC",
                                "text",
                                question,
                                "options",
                                List.of(
                                        Map.of("code", "NONE", "text", answer, "points", 30),
                                        Map.of(
                                                "code",
                                                "SOME",
                                                "text",
                                                Map.of("en", "SOME"),
                                                "points",
                                                10)))));
        return card;
    }

    @Test
    void a_card_that_names_what_it_does_not_have_is_refused_where_it_does() {
        var card = new HashMap<>(Selections.card(Selections.code()));
        card.put("criteria", List.of(Map.of("question", "HUSBAND", "answers", List.of("LOST"))));

        assertThat(manager().post(SCORECARDS, card).pointer()).isEqualTo("/criteria/0");
    }

    @Test
    void the_card_that_is_delivered_is_good_and_says_that_its_weights_are_provisional()
            throws IOException {
        var delivered =
                Staff.JSON.readTree(Files.readString(Path.of("../demo/need-scorecard.json")));

        var answer = administrator().post(SCORECARDS, delivered);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var read = manager().get(answer.location()).json().path("card");
        assertThat(read.path("provisional").asBoolean()).isTrue();
        assertThat(read).isEqualTo(delivered);
    }
}

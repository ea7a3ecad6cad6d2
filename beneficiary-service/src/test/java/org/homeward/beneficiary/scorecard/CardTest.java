package org.homeward.beneficiary.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.homeward.beneficiary.scorecard.Explanation.Line;
import org.homeward.beneficiary.scorecard.Explanation.Share;
import org.junit.jupiter.api.Test;

class CardTest {

    private final Card card = Cards.small();

    @Test
    void a_score_is_explained_by_each_answer_and_each_dimension_in_the_card_s_order() {
        var why = card.explain(answered("MONEY", "SOME", "HUSBAND_AWAY", "YES", "DEBT", "YES"));

        assertThat(why.lines())
                .containsExactly(
                        new Line("MONEY", Dimension.ECONOMIC, "SOME", 3),
                        new Line("HUSBAND_AWAY", Dimension.SOCIAL, "YES", 5),
                        new Line("DEBT", Dimension.ECONOMIC, "YES", 10));
        assertThat(why.shares())
                .containsExactly(
                        new Share(Dimension.SOCIAL, 5, 5), new Share(Dimension.ECONOMIC, 13, 15));
        assertThat(why.score().total()).isEqualTo(18);
        assertThat(why.score().dimensions()).containsExactly(5, 13);
        assertThat(why.score().eligible()).isTrue();
    }

    @Test
    void a_dimension_counts_no_more_than_its_most() {
        var score = card.score(answered("MONEY", "YES", "HUSBAND_AWAY", "YES", "DEBT", "YES"));

        assertThat(score.dimensions()).containsExactly(5, 15);
        assertThat(score.total()).isEqualTo(20);
    }

    @Test
    void what_was_not_answered_counts_nothing_and_is_said() {
        var score = card.score(answered("MONEY", "YES", "HUSBAND_AWAY", "YES"));

        assertThat(score.total()).isEqualTo(15);
        assertThat(score.unanswered()).isEqualTo(1);
    }

    @Test
    void without_a_hard_criterion_no_points_make_eligible_and_silence_meets_none() {
        var home = card.explain(answered("MONEY", "YES", "HUSBAND_AWAY", "NO", "DEBT", "YES"));
        var silent = card.explain(answered("MONEY", "YES", "DEBT", "YES"));

        assertThat(home.score().total()).isEqualTo(15);
        assertThat(home.criteriaMet()).isFalse();
        assertThat(home.score().eligible()).isFalse();
        assertThat(silent.score().eligible()).isFalse();
    }

    @Test
    void below_the_threshold_nobody_is_eligible() {
        var score = card.score(answered("MONEY", "SOME", "HUSBAND_AWAY", "YES", "DEBT", "SOME"));

        assertThat(score.total()).isEqualTo(11);
        assertThat(score.eligible()).isFalse();
    }

    @Test
    void only_what_is_on_the_card_can_be_answered() {
        assertThat(card.offers(answered("MONEY", "YES"))).isTrue();
        assertThat(card.offers(answered("MONEY", "PERHAPS"))).isFalse();
        assertThat(card.offers(answered("RELIGION", "YES"))).isFalse();
    }

    private static Interview answered(String... codes) {
        return switch (codes.length) {
            case 2 -> new Interview(Map.of(codes[0], codes[1]));
            case 4 -> new Interview(Map.of(codes[0], codes[1], codes[2], codes[3]));
            default ->
                    new Interview(
                            Map.of(codes[0], codes[1], codes[2], codes[3], codes[4], codes[5]));
        };
    }
}

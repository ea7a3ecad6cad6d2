package org.homeward.beneficiary.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.beneficiary.matching.Attribute.Kind.FAMILY_NAME_AND_DISTRICT;
import static org.homeward.beneficiary.matching.Attribute.Kind.GIVEN_NAME_AND_YEAR;
import static org.homeward.beneficiary.matching.Attribute.Kind.NAMES;
import static org.homeward.beneficiary.matching.Attribute.Kind.NAMES_LOOSELY;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeward.beneficiary.matching.LookAlikes.Two;
import org.junit.jupiter.api.Test;

class LookAlikesTest {

    @Test
    void none_of_the_pairs_that_must_not_match_is_called_the_same() {
        int candidates = 0;
        int byNames = 0;
        var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
        for (Two two : LookAlikes.ALL) {
            Set<Attribute.Kind> shared = shared(two);
            MatchScore score = Matcher.compare(two.one(), two.other());
            System.out.printf(
                    "%-4s %-9s %4d  candidates by %s  %s%n",
                    two.number(), score.verdict(), score.points(), shared, score.findings());
            candidates += shared.isEmpty() ? 0 : 1;
            byNames += shared.contains(NAMES) || shared.contains(NAMES_LOOSELY) ? 1 : 0;
            verdicts.merge(score.verdict(), 1, Integer::sum);
            assertThat(score.verdict()).as(two.number()).isNotEqualTo(Verdict.SAME_LIKELY);
        }
        System.out.printf(
                "N1–N15: %d candidates by any token, %d by their names, verdicts %s%n",
                candidates, byNames, verdicts);
    }

    @Test
    void whoever_is_searched_for_is_ranked_before_the_look_alike() {
        for (Two two : LookAlikes.ALL) {
            assertThat(Matcher.compare(two.one(), two.one()).points())
                    .as(two.number())
                    .isGreaterThan(Matcher.compare(two.one(), two.other()).points());
            assertThat(Matcher.compare(two.other(), two.other()).points())
                    .as(two.number())
                    .isGreaterThan(Matcher.compare(two.other(), two.one()).points());
        }
    }

    @Test
    void the_verdict_does_not_depend_on_who_is_asked_first() {
        for (Two two : LookAlikes.ALL) {
            assertThat(Matcher.compare(two.other(), two.one()).verdict())
                    .as(two.number())
                    .isEqualTo(Matcher.compare(two.one(), two.other()).verdict());
        }
    }

    @Test
    void names_alone_make_nobody_the_same() {
        for (Two two : LookAlikes.ALL) {
            MatchScore score =
                    Matcher.compare(
                            People.named(two.one().name()), People.named(two.other().name()));

            assertThat(score.verdict()).as(two.number()).isNotEqualTo(Verdict.SAME_LIKELY);
        }
    }

    @Test
    void the_namesake_of_another_town_is_shown_but_never_proposed_for_a_merge() {
        Two namesakes = LookAlikes.ALL.getLast();

        assertThat(shared(namesakes)).contains(NAMES, GIVEN_NAME_AND_YEAR);
        assertThat(shared(namesakes)).doesNotContain(FAMILY_NAME_AND_DISTRICT);
        assertThat(Matcher.compare(namesakes.one(), namesakes.other()).verdict())
                .isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void twins_and_father_and_son_are_named_as_what_they_are() {
        assertThat(findings("N3")).contains(Finding.TWINS);
        assertThat(findings("N4")).contains(Finding.TWINS);
        assertThat(findings("N14")).contains(Finding.PARENT_AND_CHILD);
        for (String number : List.of("N3", "N4", "N14")) {
            assertThat(compare(number).verdict()).as(number).isEqualTo(Verdict.DIFFERENT);
        }
    }

    private static List<Finding> findings(String number) {
        return compare(number).findings();
    }

    private static MatchScore compare(String number) {
        Two two =
                LookAlikes.ALL.stream()
                        .filter(t -> t.number().equals(number))
                        .findFirst()
                        .orElseThrow();
        return Matcher.compare(two.one(), two.other());
    }

    private static Set<Attribute.Kind> shared(Two two) {
        var attributes = new HashSet<>(BlindTokens.of(two.one()));
        attributes.retainAll(BlindTokens.of(two.other()));
        var kinds = EnumSet.noneOf(Attribute.Kind.class);
        attributes.forEach(attribute -> kinds.add(attribute.kind()));
        return kinds;
    }
}

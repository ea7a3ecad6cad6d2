package org.homeward.beneficiary.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Terms TERMS =
            new Terms(
                    UUID.randomUUID(),
                    "WOMEN-26",
                    UUID.randomUUID(),
                    2,
                    LocalDate.of(2026, 5, 31),
                    "opener");

    @Test
    void points_decide_first_then_dimensions_in_order_then_the_household() {
        var most = candidate(21, List.of(1, 20), 0);
        var moreOfTheFirst = candidate(20, List.of(6, 14), 0);
        var lessOfTheFirst = candidate(20, List.of(5, 15), 4_000);
        var manyToFeed = candidate(10, List.of(5, 5), 3_000);
        var fewToFeed = candidate(10, List.of(5, 5), 500);

        assertThat(
                        Ranking.order(
                                List.of(
                                        fewToFeed,
                                        lessOfTheFirst,
                                        manyToFeed,
                                        most,
                                        moreOfTheFirst),
                                "seed"))
                .containsExactly(most, moreOfTheFirst, lessOfTheFirst, manyToFeed, fewToFeed);
    }

    @Test
    void a_household_is_asked_for_only_of_who_is_equal_with_another_in_points_and_dimensions() {
        var one = candidate(10, List.of(5, 5), 0);
        var other = candidate(10, List.of(5, 5), 0);
        var otherDimensions = candidate(10, List.of(6, 4), 0);
        var morePoints = candidate(11, List.of(6, 5), 0);

        assertThat(Ranking.equal(List.of(one, otherDimensions, morePoints, other)))
                .containsExactlyInAnyOrder(one.beneficiary(), other.beneficiary());
    }

    @Test
    void who_is_equal_in_all_is_drawn_and_each_seed_draws_anew_and_the_same_again() {
        var alike = Stream.generate(() -> candidate(10, List.of(5, 5), 0)).limit(20).toList();

        var drawn = Ranking.order(alike, "seed");

        assertThat(Ranking.order(alike.reversed(), "seed")).isEqualTo(drawn);
        assertThat(Ranking.order(alike, "another")).isNotEqualTo(drawn);
    }

    @Test
    void
            where_nobody_earns_is_helped_before_any_number_of_dependants_and_no_household_comes_last() {
        var nobodyEarns = candidate(10, List.of(5, 5), HouseholdDependency.NOBODY_EARNS);
        var manyOnOne = candidate(10, List.of(5, 5), 29_000);
        var alone = candidate(10, List.of(5, 5), HouseholdDependency.ALONE);

        assertThat(Ranking.order(List.of(alone, manyOnOne, nobodyEarns), "seed"))
                .containsExactly(nobodyEarns, manyOnOne, alone);
    }

    @Test
    void when_somebody_is_told_says_nothing_of_her_rank_and_is_the_same_after_a_crash() {
        var ranked = Stream.generate(() -> candidate(10, List.of(5, 5), 0)).limit(50).toList();

        var turns = Turn.inOrder(ranked, List.of(ranked.getFirst(), ranked.get(7)));

        assertThat(turns).extracting(Turn::beneficiary).isSorted();
        assertThat(turns)
                .hasSize(50)
                .allSatisfy(
                        turn ->
                                assertThat(ranked.get(turn.rank() - 1).beneficiary())
                                        .isEqualTo(turn.beneficiary()));
        assertThat(turns.stream().filter(Turn::passedOver).map(Turn::rank))
                .containsExactlyInAnyOrder(1, 8);
    }

    @Test
    void the_hash_of_the_people_is_of_who_is_behind_which_pseudonym_and_not_of_their_order() {
        var one = candidate(10, List.of(5, 5), 0);
        var two = candidate(10, List.of(5, 5), 0);
        var hash = Ranking.peopleHash(List.of(one, two));

        var swapped =
                List.of(
                        new Candidate(one.pseudonym(), two.beneficiary(), 10, List.of(5, 5), 0),
                        new Candidate(two.pseudonym(), one.beneficiary(), 10, List.of(5, 5), 0));

        assertThat(Ranking.peopleHash(List.of(two, one))).isEqualTo(hash);
        assertThat(Ranking.peopleHash(swapped)).isNotEqualTo(hash);
        assertThat(Ranking.inputHash(TERMS, swapped))
                .as("what an auditor repeats says nothing of it")
                .isEqualTo(Ranking.inputHash(TERMS, List.of(one, two)));
    }

    @Test
    void the_hash_of_the_input_is_of_all_that_decides_and_not_of_its_order() {
        var one = candidate(10, List.of(5, 5), 0);
        var two = candidate(11, List.of(5, 6), 7);
        var changed = new Candidate(two.pseudonym(), two.beneficiary(), 11, List.of(5, 6), 8);

        var hash = Ranking.inputHash(TERMS, List.of(one, two));

        assertThat(Ranking.inputHash(TERMS, List.of(two, one))).isEqualTo(hash);
        assertThat(Ranking.inputHash(TERMS, List.of(one, changed))).isNotEqualTo(hash);
        assertThat(Ranking.inputHash(TERMS, List.of(one))).isNotEqualTo(hash);
    }

    @Test
    void the_root_hash_is_of_the_order() {
        var one = candidate(10, List.of(5, 5), 0);
        var two = candidate(11, List.of(5, 6), 0);

        assertThat(Ranking.rootHash(List.of(one, two)))
                .isNotEqualTo(Ranking.rootHash(List.of(two, one)));
    }

    private static Candidate candidate(int points, List<Integer> dimensions, int dependency) {
        return new Candidate(UUID.randomUUID(), UUID.randomUUID(), points, dimensions, dependency);
    }
}

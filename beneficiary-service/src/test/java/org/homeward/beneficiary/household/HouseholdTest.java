package org.homeward.beneficiary.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.homeward.beneficiary.household.Circumstances.Resident;
import org.homeward.beneficiary.selection.HouseholdDependency;
import org.homeward.contracts.beneficiary.AgeBand;
import org.homeward.contracts.beneficiary.HouseholdJoined;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseholdTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 3, 1);

    private final UUID id = UUID.randomUUID();
    private final UUID known = UUID.randomUUID();
    private final UUID wife = UUID.randomUUID();
    private final UUID husband = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();

    @Test
    void of_a_new_household_its_beneficiaries_are_told_and_nobody_else() {
        var formed = Household.formed(id, List.of(wife, husband), List.of(child), known);

        assertThat(formed.events())
                .containsExactly(new HouseholdJoined(id, wife), new HouseholdJoined(id, husband));
    }

    @Test
    void who_came_is_told_and_neither_who_stayed_nor_who_left() {
        var right = kept(wife, husband).replaced(List.of(wife, child), List.of(), known);

        assertThat(right.events()).containsExactly(new HouseholdJoined(id, child));
    }

    @Test
    void a_household_goes_on_as_long_as_one_beneficiary_lives_in_it() {
        var ofHer = UUID.randomUUID();

        var without = kept(wife, husband).leftBy(husband, ofHer);

        assertThat(without.events()).isEmpty();
        var rest = without.state().kept();
        assertThat(rest.beneficiaries()).containsExactly(wife);
        assertThat(rest.circumstances()).isEqualTo(ofHer);
        var nobody = rest.leftBy(wife, known).state();
        assertThat(nobody).isEqualTo(new Household.Dissolved(id));
        assertThatExceptionOfType(StateConflict.class).isThrownBy(nobody::kept);
    }

    @Test
    void what_is_known_of_who_stays_says_nothing_of_who_left() {
        var hers = new Resident(wife, new Standing(Relation.HEAD, false, false, null));
        var his = new Resident(husband, new Standing(Relation.SPOUSE, true, false, null));
        var both = new Circumstances(List.of(hers, his), List.of(Income.FARMING), Dwelling.OWN);

        assertThat(both.without(husband))
                .isEqualTo(new Circumstances(List.of(hers), List.of(Income.FARMING), Dwelling.OWN));
    }

    @Test
    void the_tailor_s_mother_wife_children_and_young_brothers_live_on_one_man() {
        var household =
                List.of(
                        there(false, AgeBand.FROM_25_TO_59),
                        there(false, AgeBand.FROM_25_TO_59),
                        there(false, AgeBand.FROM_60),
                        there(false, AgeBand.UNDER_18),
                        there(false, AgeBand.UNDER_18),
                        there(false, AgeBand.UNDER_18));

        assertThat(Member.ratio(household)).isEqualTo(new DependencyRatio(4, 2));
        assertThat(Member.ratio(household).value()).hasValueSatisfying(isText("2.00"));
    }

    @Test
    void a_husband_with_a_disability_is_supported_and_does_not_support() {
        var household =
                List.of(
                        there(false, AgeBand.FROM_25_TO_59),
                        there(true, AgeBand.FROM_25_TO_59),
                        there(false, AgeBand.UNDER_18),
                        there(false, AgeBand.UNDER_18));

        assertThat(Member.ratio(household)).isEqualTo(new DependencyRatio(3, 1));
    }

    @ParameterizedTest
    @EnumSource
    void a_migrant_supports_as_long_as_money_comes_and_is_never_supported(Absence.Kind kind) {
        var migrant =
                new Member(
                        husband,
                        null,
                        new Standing(Relation.SPOUSE, false, false, new Absence(kind, SINCE)),
                        AgeBand.FROM_25_TO_59);

        assertThat(Member.ratio(List.of(migrant)))
                .isEqualTo(new DependencyRatio(0, kind == Absence.Kind.SENDS_MONEY ? 1 : 0));
    }

    @Test
    void where_nobody_supports_them_there_is_no_ratio() {
        assertThat(new DependencyRatio(3, 0).value()).isEmpty();
        assertThat(new DependencyRatio(1, 3).value()).hasValueSatisfying(isText("0.33"));
    }

    @Test
    void where_nobody_earns_a_selection_counts_more_than_the_largest_household_can_come_to() {
        assertThat(new DependencyRatio(1, 0).perThousandEarners())
                .isEqualTo(HouseholdDependency.NOBODY_EARNS)
                .isGreaterThan(new DependencyRatio(29, 1).perThousandEarners());
        assertThat(new DependencyRatio(2, 3).perThousandEarners()).isEqualTo(666);
        assertThat(new DependencyRatio(0, 2).perThousandEarners()).isZero();
    }

    private static Consumer<BigDecimal> isText(String text) {
        return ratio -> assertThat(ratio.toPlainString()).isEqualTo(text);
    }

    private static Member there(boolean disability, AgeBand age) {
        var standing = new Standing(Relation.OTHER_RELATIVE, disability, false, null);
        return new Member(UUID.randomUUID(), null, standing, age);
    }

    private Household.Kept kept(UUID... beneficiaries) {
        return Household.formed(id, List.of(beneficiaries), List.of(), known).state().kept();
    }
}

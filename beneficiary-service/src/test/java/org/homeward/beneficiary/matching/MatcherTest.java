package org.homeward.beneficiary.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.beneficiary.matching.Sex.FEMALE;
import static org.homeward.beneficiary.matching.Sex.MALE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final PersonName TAJIK = People.name("Раҳмонов", "Ҷамшед", "Солеҳӣ");
    private static final PersonName RUSSIAN = People.name("Рахмонов", "Джамшед", "Солехович");

    @Test
    void day_of_birth_and_fathers_name_make_it_likely_across_scripts() {
        MatchScore score =
                Matcher.compare(
                        People.of(TAJIK, MALE, "1988-02-20", null, null, null),
                        People.of(RUSSIAN, MALE, "1988-02-20", null, null, null));

        assertThat(score.verdict()).isEqualTo(Verdict.SAME_LIKELY);
        assertThat(score.findings())
                .containsExactly(
                        Finding.GIVEN_NAME_SAME,
                        Finding.FAMILY_NAME_SAME,
                        Finding.PATRONYMIC_SAME,
                        Finding.SEX_SAME,
                        Finding.BIRTH_DAY_SAME);
        assertThat(score.points())
                .isEqualTo(score.findings().stream().mapToInt(Finding::points).sum());
    }

    @Test
    void all_thirty_pairs_are_likely_the_same_with_one_document_and_possible_by_name() {
        for (NamePairs.Pair pair : NamePairs.ALL) {
            assertThat(
                            Matcher.compare(
                                            People.of(
                                                    pair.tajik(),
                                                    null,
                                                    null,
                                                    null,
                                                    null,
                                                    "A1234567"),
                                            People.of(
                                                    pair.russian(),
                                                    null,
                                                    null,
                                                    null,
                                                    null,
                                                    "А 123-4567"))
                                    .verdict())
                    .as("pair %d", pair.number())
                    .isEqualTo(Verdict.SAME_LIKELY);
            assertThat(
                            Matcher.compare(People.named(pair.tajik()), People.named(pair.latin()))
                                    .verdict())
                    .as("pair %d", pair.number())
                    .isEqualTo(Verdict.POSSIBLE);
        }
    }

    @Test
    void no_name_however_equal_decides() {
        MatchScore score = Matcher.compare(People.named(TAJIK), People.named(TAJIK));

        assertThat(score.verdict()).isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void first_of_january_says_no_more_than_its_year() {
        MatchScore filledIn = born("1985-01-01", "1985-01-01");

        assertThat(filledIn.findings()).contains(Finding.BIRTH_YEAR_SAME);
        assertThat(filledIn.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(born("1985-07-01", "1985-06-15").findings()).contains(Finding.BIRTH_YEAR_SAME);
        assertThat(born("1985-01-01", "1985-09-17").findings()).contains(Finding.BIRTH_YEAR_SAME);
    }

    @Test
    void day_and_month_taken_for_each_other_still_count() {
        assertThat(born("1985-03-04", "1985-04-03").findings())
                .contains(Finding.BIRTH_DAY_AND_MONTH_SWAPPED);
        assertThat(born("1985-03-04", "1985-05-03").findings())
                .contains(Finding.BIRTH_DAY_DIFFERENT);
    }

    @Test
    void name_fields_in_each_others_place_are_recognised() {
        MatchScore score = Matcher.compare(People.named(TAJIK), People.named(RUSSIAN.swapped()));

        assertThat(score.findings()).contains(Finding.NAME_FIELDS_SWAPPED);
        assertThat(score.verdict()).isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void a_former_name_explains_another_family_name() {
        var married =
                new KnownPerson(
                        new PersonName("Холиқова", "Зебо", "Саидӣ"),
                        List.of(new PersonName("Раҳмонова", "Зебо")),
                        FEMALE,
                        null,
                        Set.of("+992918110011"),
                        null,
                        Set.of());
        var before =
                People.of(
                        People.name("Рахмонова", "Зебо", "Саидовна"),
                        FEMALE,
                        null,
                        "+992918110011",
                        null,
                        null);

        MatchScore score = Matcher.compare(married, before);

        assertThat(score.findings()).contains(Finding.BY_FORMER_NAME, Finding.FAMILY_NAME_SAME);
        assertThat(score.verdict()).isEqualTo(Verdict.SAME_LIKELY);
    }

    @Test
    void one_document_with_another_sex_needs_a_look() {
        MatchScore score =
                Matcher.compare(
                        People.of(TAJIK, MALE, null, null, null, "A1234567"),
                        People.of(RUSSIAN, FEMALE, null, null, null, "A1234567"));

        assertThat(score.verdict()).isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void a_shared_telephone_makes_no_one_person_of_a_household() {
        MatchScore score =
                Matcher.compare(
                        People.of(TAJIK, null, null, "+992918110011", "TJ-KT-KULOB", null),
                        People.of(
                                People.name("Раҳмонов", "Фирдавс", "Солеҳӣ"),
                                null,
                                null,
                                "+992918110011",
                                "TJ-KT-KULOB",
                                null));

        assertThat(score.verdict()).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void similarity_of_strings_is_that_of_jaro_and_winkler() {
        assertThat(JaroWinkler.similarity("martha", "marhta")).isBetween(0.961, 0.962);
        assertThat(JaroWinkler.similarity("dixon", "dicksonx")).isBetween(0.813, 0.814);
        assertThat(JaroWinkler.similarity("abc", "xyz")).isZero();
        assertThat(JaroWinkler.similarity("", "")).isEqualTo(1);
    }

    private static MatchScore born(String one, String other) {
        PersonName name = new PersonName("Раҳмонова", "Зебо");
        return Matcher.compare(
                People.of(name, FEMALE, one, null, null, null),
                People.of(name, FEMALE, other, null, null, null));
    }
}
